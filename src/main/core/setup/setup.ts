import type { SettingsView } from '../../../shared/ipc-contract.ts';
import { isCountryCode } from '../../../shared/orders/money.ts';
import type { Order, OrderShop } from '../../../shared/orders/order.ts';
import type { PartnerCheck } from '../../../shared/partner.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { FoundShop, SetupTest, SetupView, SingleAsk } from '../../../shared/setup.ts';
import type { TunnelStatus } from '../../../shared/tunnel.ts';
import type { HealthBoard } from '../health/board.ts';
import type { Now } from '../../../shared/time.ts';
import type { OrderChange, Ingest } from '../orders/types.ts';
import type { ParsedWebhook } from '../inbound/types.ts';
import type { PartnerOrders } from '../sync/types.ts';
import { partnerHealth } from '../sync/refresh-report.ts';
import type { NoteAsked, ReadAsked } from './calls.ts';
import { findCases, type CaseOrder } from './cases.ts';
import { webhookUrl } from './copy.ts';
import { nextStep, setupSteps, type SecretUse } from './steps.ts';
import { isPassed } from './test-facts.ts';
import { isStillOf, testSubject, type TestVerdict } from './verdict.ts';

/** What the setup assistant keeps on disk. */
export type SetupRecords = {
  readonly secretUse: () => SecretUse;
  readonly newestOrder: () => Order | null;
  readonly lastTest: () => TestVerdict | null;
  readonly noteTest: (verdict: TestVerdict) => void;
  /** Newest first, a few hundred at most. */
  readonly caseOrders: () => readonly CaseOrder[];
  readonly noteAsked: NoteAsked;
  readonly asked: ReadAsked;
};

export type Setup = {
  /** Also takes the name of a nameless shop from stored orders. */
  readonly read: () => Promise<SetupView>;
  /** Proves shop and key with one real call, and takes the shop's data from its response. */
  readonly check: () => Promise<PartnerCheck>;
  /** Requests the newest order by its ID, as the homologation requires. */
  readonly askSingle: () => Promise<SingleAsk>;
  /** Sends a test webhook and saves the result. */
  readonly test: () => Promise<SetupTest>;
  /** Looks at each webhook before any other part of the app does. */
  readonly notice: (parsed: ParsedWebhook) => void;
};

/** Returns the setup assistant in the main process: what is proven, and the calls that prove it. */
export function createSetup(deps: {
  readonly view: () => Promise<SettingsView>;
  readonly save: (settings: Settings) => Promise<unknown>;
  readonly partner: Pick<PartnerOrders, 'getOrder'> & { readonly check: () => Promise<PartnerCheck> };
  readonly receive: Ingest;
  readonly publish: (changes: readonly OrderChange[]) => void;
  readonly runTest: (view: SettingsView, check: PartnerCheck) => Promise<SetupTest>;
  readonly records: SetupRecords;
  readonly health: Pick<HealthBoard, 'read' | 'set'>;
  readonly tunnel: () => TunnelStatus;
  readonly now: Now;
}): Setup {
  const { records } = deps;
  let foundShop: FoundShop | null = null;
  let ran: { readonly test: SetupTest; readonly verdict: TestVerdict } | null = null;

  const learn = async (told: OrderShop | null): Promise<void> => {
    const learned = learnShop((await deps.view()).settings, told);
    if (learned !== null) await deps.save(learned);
  };
  const check = async (): Promise<PartnerCheck> => {
    const found = await deps.partner.check();
    const at = deps.now();
    const outcome = found.ok ? { ...found, added: 0, changed: 0, read: 0, at } : { ...found, at };
    // That something is missing was said when it went, and why.
    if (found.ok || found.error.code !== 'not-configured') {
      deps.health.set('partner', ...partnerHealth(outcome));
    }
    if (found.ok) await learn(found.shop);
    return found;
  };

  return {
    read: async () => {
      if ((await deps.view()).settings.shop.name === '') await learn(records.newestOrder()?.shop ?? null);
      const view = await deps.view();
      const { settings, secrets } = view;
      const asked = { 'get-single': records.asked('get-single'), 'get-list': records.asked('get-list') };
      const cases = findCases(records.caseOrders(), asked);
      const tunnel = deps.tunnel();
      const steps = setupSteps({
        settings,
        secrets,
        health: deps.health.read(),
        use: records.secretUse(),
        tunnel,
        // The disk may have failed to save the verdict; it is still known here.
        lastTest: ran?.verdict ?? records.lastTest(),
        cases,
      });
      return {
        steps,
        next: nextStep(steps),
        foundShop: settings.shop.vendorId === '' ? foundShop : null,
        tunnel,
        webhookUrl: webhookUrl(settings),
        test: ran !== null && isStillOf(ran.verdict, view) ? ran.test : null,
        cases,
      };
    },
    check,
    askSingle: async () => {
      const newest = records.newestOrder();
      if (newest === null) return { kind: 'none' };
      const answer = await deps.partner.getOrder(newest.id);
      if (!answer.ok) return { kind: 'failed', error: answer.error };
      const [outcome] = deps.receive([answer.value], 'refresh');
      if (outcome?.kind === 'changed') deps.publish([outcome.change]);
      return { kind: 'found', code: answer.value.order.code };
    },
    test: async () => {
      const found = await check();
      const view = await deps.view();
      const test = await deps.runTest(view, found);
      const verdict = { at: test.at, isPassed: isPassed(test), subject: testSubject(view) };
      ran = { test, verdict };
      records.noteTest(verdict);
      return test;
    },
    notice: (parsed) => {
      for (const one of parsed.kind === 'several' ? parsed.parts : [parsed]) {
        if (one.kind === 'unknown-shop') foundShop = toFoundShop(one.shop) ?? foundShop;
      }
    },
  };
}

/**
 * Returns the settings with the shop's name (if none was typed) and country from one of its orders; null when nothing
 * changes.
 */
export function learnShop(settings: Settings, told: OrderShop | null): Settings | null {
  if (told === null) return null;
  const { shop } = settings;
  const name = shop.name === '' ? (told.name ?? '').trim() : shop.name;
  const code = (told.countryCode ?? '').toLowerCase();
  const country = isCountryCode(code) ? code : shop.country;
  if (name === shop.name && country === shop.country) return null;
  return { ...settings, shop: { ...shop, name, country } };
}

/** Returns the store that an order names; null when it names none that the API can be asked for. */
export function toFoundShop({ chainId, storeId, name }: OrderShop): FoundShop | null {
  return chainId === null || storeId === null ? null : { chainId, vendorId: storeId, name };
}
