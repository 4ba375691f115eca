import { byUrgency } from '../../src/shared/orders/card.ts';
import { HEALTH_PARTS, type Health, type HealthEntry } from '../../src/shared/health/health.ts';
import type { DemoState } from '../../src/shared/demo.ts';
import type {
  IpcEventName,
  IpcEvents,
  MostradorApi,
  SaveOutcome,
  SettingsView,
} from '../../src/shared/ipc-contract.ts';
import type { PartnerCheck } from '../../src/shared/partner.ts';
import {
  isConfigured,
  type SecretBindings,
  type SecretName,
  type SecretStatus,
  type SecretStatuses,
  type Settings,
} from '../../src/shared/settings/settings.ts';
import type { TunnelStatus, TunnelTest } from '../../src/shared/tunnel.ts';
import { FAKE_COMPUTER, fakeComputerApi, type FakeCall, type FakeComputer } from './computer-api.ts';
import { aboutApi } from './about-api.ts';
import { checkedApi, checkEvent } from './border.ts';
import { setupApi, type FakeSetup } from './setup-api.ts';
import { setupOf } from './setup-view.ts';
import { calmOrders, ordersApi, type FakeOrders } from './orders-api.ts';
import { handsApi, NO_SHORTCUT, type FakeHands } from './hands-api.ts';
import { dayApi, SAMPLE_DAY, type FakeDay } from './day-api.ts';
import { deliveriesApi, type FakeDeliveries } from './delivery-page.ts';
import { SAMPLE_SETTINGS } from './sample-settings.ts';
import { NO_SECRET, noSecrets } from './no-secrets.ts';
import { CALM, preferencesApi, type PreferencesMain } from './preferences-api.ts';
import { tourApi, type FakeTour } from './tour-api.ts';
import { tunnelApi } from './tunnel-api.ts';
import { TUNNEL_STOPPED } from './tunnel-status.ts';

/** What the main process knows; tests change it between calls. */
export type FakeMain = FakeComputer &
  PreferencesMain &
  FakeOrders &
  FakeSetup &
  FakeDay &
  FakeDeliveries &
  FakeHands &
  FakeTour & {
    platform: string;
    health: Health;
    settings: Settings;
    secrets: Record<SecretName, SecretStatus>;
    boundTo: SecretBindings;
    demo: DemoState | null;
    check: () => Promise<PartnerCheck>;
    tunnel: TunnelStatus;
    tunnelTest: () => Promise<TunnelTest>;
    /** When set, the answer to a save; nothing is saved then. */
    refuseSave: SaveOutcome | null;
    /** Channels whose call rejects. */
    readonly broken: Set<string>;
    /** Every call made: channel and argument. */
    readonly calls: { readonly channel: string; readonly arg: unknown }[];
    /** Secrets as the page sent them; the real app keeps them in the keychain. */
    readonly vault: Map<SecretName, string>;
  };

export type FakeMostrador = {
  readonly api: MostradorApi;
  readonly main: FakeMain;
  /** Sends the page something, as main does. */
  readonly emit: <E extends IpcEventName>(event: E, payload: IpcEvents[E]) => void;
  /** Sends the page something that the real border would refuse. */
  readonly emitNonsense: (event: IpcEventName, payload: unknown) => void;
  readonly callsOf: (channel: string) => readonly unknown[];
};

export function healthOf(entry: Partial<HealthEntry> = {}): Health {
  const full: HealthEntry = {
    state: 'ok',
    code: 'ok',
    since: '2026-03-12T12:00:00.000Z',
    detail: null,
    ...entry,
  };
  const facts = { lastPollAt: full.since, lastWebhookAt: null, lastOutletAt: null, clockOffsetMs: 0 };
  // Object.fromEntries loses the keys' type; all are there.
  const parts = Object.fromEntries(HEALTH_PARTS.map((part) => [part, full])) as Omit<Health, 'facts'>;
  return { ...parts, facts };
}

/**
 * A `window.mostrador` that keeps its promises in memory. Configured unless told otherwise. What crosses it is held against
 * the schemas of the real border.
 */
export function createFakeMostrador(start: Partial<FakeMain> = {}): FakeMostrador {
  const main: FakeMain = {
    orders: [],
    alerts: [],
    details: new Map(),
    health: healthOf(),
    deliveries: [],
    ...FAKE_COMPUTER,
    reprocess: () => ({ kind: 'unchanged' }),
    why: new Map(),
    ...CALM,
    settings: SAMPLE_SETTINGS,
    boundTo: {},
    secrets: {
      ...noSecrets(),
      'partner-token': { present: true, last4: '1a2b', savedAt: '2026-03-12T15:00:00.000Z' },
    },
    demo: null,
    platform: 'linux',
    isTourOffered: false,
    refresh: () =>
      Promise.resolve({ ok: true, added: 0, changed: 0, read: 3, at: '2026-03-12T17:00:00.000Z' }),
    ...calmOrders(),
    check: () => Promise.resolve({ ok: true, orders: 37, ms: 180, shop: null }),
    tunnel: TUNNEL_STOPPED,
    tunnelTest: () => Promise.resolve({ ok: true, ms: 84 }),
    setup: (current) => setupOf(current, { health: main.health, tunnel: main.tunnel }),
    runTest: () => Promise.reject(new Error('This test sends none')),
    askSingle: () => ({ kind: 'none' }),
    day: SAMPLE_DAY,
    daySaved: { kind: 'cancelled' },
    ...NO_SHORTCUT,
    refuseSave: null,
    broken: new Set(),
    calls: [],
    vault: new Map(),
    ...start,
  };
  const listeners = new Map<IpcEventName, Set<(payload: never) => void>>();

  const view = (): SettingsView => {
    const secrets: SecretStatuses = { ...main.secrets };
    return {
      settings: main.settings,
      secrets,
      boundTo: main.boundTo,
      configured: isConfigured(main.settings, secrets),
      problems: [],
    };
  };
  const emitNonsense: FakeMostrador['emitNonsense'] = (event, payload) => {
    // The compiler does not know which event a listener is for; the test sends the payload of that event.
    for (const listener of listeners.get(event) ?? []) (listener as (payload: unknown) => void)(payload);
  };
  const emit: FakeMostrador['emit'] = (event, payload) => {
    checkEvent(event, payload);
    emitNonsense(event, payload);
  };
  const call: FakeCall = (channel, arg, answer) => {
    main.calls.push({ channel, arg });
    if (main.broken.has(channel)) return Promise.reject(new Error('unexpected'));
    return Promise.resolve().then(answer);
  };
  const saved = (change: () => void): SaveOutcome => {
    if (main.refuseSave !== null) return main.refuseSave;
    change();
    emit('settings:changed', view());
    return { ok: true, view: view() };
  };
  const keep = (name: SecretName, value: string): SaveOutcome =>
    saved(() => {
      main.vault.set(name, value);
      main.secrets[name] = { present: true, last4: value.slice(-4), savedAt: '2026-03-12T17:00:00.000Z' };
    });

  const api: MostradorApi = checkedApi({
    ...setupApi({ main, call, view }),
    ...ordersApi({ main, call, emit }),
    ...preferencesApi({ main, call, saved, onMute: (state) => emit('mute:changed', state) }),
    ...tunnelApi({ main, call, keep, saved }),
    'card:read': () =>
      call('card:read', undefined, () => ({
        alerts: main.alerts.toSorted(byUrgency),
        ...(main.unclaimed === undefined ? {} : { unclaimed: main.unclaimed }),
        digest: null,
        undo: null,
        flash: false,
        mutedUntil: null,
      })),
    'demo:read': () => call('demo:read', undefined, () => main.demo),
    'demo:command': (arg) => call('demo:command', arg, () => null),
    'demo:enter': () => call('demo:enter', undefined, () => null),
    'demo:leave': () => call('demo:leave', undefined, () => null),
    'card:undo': () => call('card:undo', undefined, () => null),
    'card:seen-all': (arg) => call('card:seen-all', arg, () => null),
    'card:open-order': (arg) => call('card:open-order', arg, () => null),
    'page:failed': (arg) => call('page:failed', arg, () => null),
    'app:info': () =>
      call('app:info', undefined, () => ({
        version: '0.1.0',
        platform: main.platform,
        timeZone: 'America/Montevideo',
        language: main.settings.language,
        demo: main.demo !== null,
      })),
    'health:read': () => call('health:read', undefined, () => main.health),
    'settings:read': () => call('settings:read', undefined, view),
    'settings:save': (arg) =>
      call('settings:save', arg, () =>
        saved(() => {
          main.settings = arg.settings;
        }),
      ),
    'secrets:save': (arg) => call('secrets:save', { name: arg.name }, () => keep(arg.name, arg.value)),
    'secrets:forget': (arg) =>
      call('secrets:forget', arg, () =>
        saved(() => {
          main.vault.delete(arg.name);
          main.secrets[arg.name] = NO_SECRET;
        }),
      ),
    'webhook-secret:generate': () =>
      call('webhook-secret:generate', undefined, () => keep('webhook-secret', 'made-by-main-9f3c')),
    'webhook-secret:copy': (arg) =>
      call('webhook-secret:copy', arg, (): SaveOutcome => {
        if (main.secrets['webhook-secret'].present) return { ok: true, view: view() };
        return { ok: false, code: 'secret-missing', detail: null };
      }),
    'partner:check': () => call('partner:check', undefined, () => main.check()),
    'window:open-settings': () => call('window:open-settings', undefined, () => null),
    ...aboutApi(call),
    ...tourApi(main, call),
    ...fakeComputerApi(main, call, (name, on) =>
      saved(() => {
        main.settings = { ...main.settings, computer: { ...main.settings.computer, [name]: on } };
      }),
    ),
    ...deliveriesApi(main, call),
    ...dayApi(main, call),
    ...handsApi({ main, call, saved, emit }),
    on: (event, listener) => {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard);
      heard.add(listener);
      return () => {
        heard.delete(listener);
      };
    },
  });
  return {
    api,
    main,
    emit,
    emitNonsense,
    callsOf: (channel) => main.calls.filter((made) => made.channel === channel).map((made) => made.arg),
  };
}
