import type { SettingsView } from '../../shared/ipc-contract.ts';
import type { Order, OrderShop } from '../../shared/order.ts';
import type { PartnerCheck } from '../../shared/partner.ts';
import type { Settings } from '../../shared/settings.ts';
import type { FoundShop, SetupView } from '../../shared/setup.ts';
import type { HealthBoard } from './health.ts';
import type { Now, ParsedWebhook } from './ports.ts';
import { partnerHealth } from './refresh-report.ts';
import { learnShop, toFoundShop } from './setup-shop.ts';
import { nextStep, setupSteps, type SecretUse } from './setup-steps.ts';

/** What the records tell of the way here. */
export type SetupRecords = {
  readonly secretUse: () => SecretUse;
  readonly newestOrder: () => Order | null;
};

export type Setup = {
  /** Also takes over what kept orders tell of a shop without a name. */
  readonly read: () => Promise<SetupView>;
  /** Proves shop and key by one real call, and takes over what its answer tells of the shop. */
  readonly check: () => Promise<PartnerCheck>;
  /** Looks at what came in on the webhook before anybody else does. */
  readonly notice: (parsed: ParsedWebhook) => void;
};

/** The setup assistant's side in main: what is proven, and the calls that prove it. */
export function createSetup(deps: {
  readonly view: () => Promise<SettingsView>;
  readonly save: (settings: Settings) => Promise<unknown>;
  readonly check: () => Promise<PartnerCheck>;
  readonly records: SetupRecords;
  readonly health: Pick<HealthBoard, 'read' | 'set'>;
  readonly now: Now;
}): Setup {
  let foundShop: FoundShop | null = null;

  const learn = async (told: OrderShop | null): Promise<void> => {
    const learned = learnShop((await deps.view()).settings, told);
    if (learned !== null) await deps.save(learned);
  };

  return {
    read: async () => {
      const { settings, secrets } = await deps.view();
      if (settings.shop.name === '') await learn(deps.records.newestOrder()?.shop ?? null);
      const use = deps.records.secretUse();
      const steps = setupSteps({ settings, secrets, health: deps.health.read(), use });
      return { steps, next: nextStep(steps), foundShop: settings.shop.vendorId === '' ? foundShop : null };
    },
    check: async () => {
      const check = await deps.check();
      const at = deps.now();
      deps.health.set(
        'partner',
        ...partnerHealth(check.ok ? { ...check, added: 0, changed: 0, read: 0, at } : { ...check, at }),
      );
      if (check.ok) await learn(check.shop);
      return check;
    },
    notice: (parsed) => {
      if (parsed.kind === 'unknown-shop') foundShop = toFoundShop(parsed.shop) ?? foundShop;
    },
  };
}
