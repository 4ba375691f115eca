import { beforeEach, describe, expect, expectTypeOf, test, vi } from 'vitest';
import type { z } from 'zod';
import { CHANNELS, EVENTS } from '../../../src/main/ipc/channels.ts';
import { createPush } from '../../../src/main/ipc/channel.ts';
import type {
  IpcChannel,
  IpcContract,
  IpcEventName,
  IpcEvents,
  MostradorApi,
} from '../../../src/shared/ipc-contract.ts';
import { handlersOf } from '../../fakes/border.ts';
import { listeners, ours } from '../../fakes/ipc-main.ts';
import { createFakeMostrador, healthOf, type FakeMain } from '../../fakes/mostrador-api.ts';
import { TUNNEL_STOPPED } from '../../fakes/tunnel-status.ts';
import { CALM_OUTGOING } from '../../fakes/outgoing-api.ts';
import { GOOD_ARGUMENTS } from '../../fixtures/good-arguments.ts';
import { sampleAlert, sampleDetail, sampleOrder } from '../../renderer/sample-orders.ts';

vi.mock('electron', async () => (await import('../../fakes/ipc-main.ts')).fakeElectron);
const { registerHandlers } = await import('../../../src/main/ipc/channel.ts');

const errors: string[] = [];
const log = { error: (message: string) => void errors.push(message) };

const ORDER = sampleOrder({ id: 'an-order', code: '4821' });
const ALERT = sampleAlert(ORDER, 'ready');
const START: Partial<FakeMain> = {
  orders: [ORDER],
  alerts: [ALERT],
  details: new Map([[ORDER.id, sampleDetail(ORDER)]]),
  runTest: () => Promise.resolve(SETUP_TEST),
};
const LIGHT = { state: 'ok', ms: 12, why: null } as const;
const SETUP_TEST = {
  at: '2026-03-12T17:00:00.000Z',
  path: 'local',
  inboundAt: null,
  ms: 12,
  lights: { partner: LIGHT, tunnel: LIGHT, computer: LIGHT, toasts: LIGHT, sound: LIGHT },
} as const;

const args = GOOD_ARGUMENTS;

/** One of everything that main tells. */
const PAYLOADS: IpcEvents = {
  'orders:changed': [ORDER],
  'orders:replaced': [ORDER],
  'alerts:changed': [ALERT],
  'unclaimed:changed': [ORDER.id],
  'card:changed': {
    alerts: [ALERT],
    more: 2,
    unclaimed: [{ orderId: ORDER.id, code: '4821', customerFirstName: null, since: ALERT.since }],
    revision: 7,
    digest: { minutes: 42, ready: 3, cancelled: 1 },
    undo: { codes: ['4821'], what: 'seen' },
    collect: [[ORDER.id, '$ 120']],
    flash: true,
    mutedUntil: null,
  },
  'voice:say': { id: 1, text: 'Pedido uno, listo', language: 'es', volume: 0.8 },
  'voice:hush': null,
  'shortcut:changed': { keys: 'Ctrl+Alt+M', state: 'taken', isWayland: true },
  'computer:changed': {
    keepAwake: true,
    automaticUpdates: true,
    loginItem: { kind: 'blocked', why: 'other-program' },
    isKeptAwake: false,
    update: { kind: 'downloading', version: '0.2.0', percent: 40 },
    installBlock: null,
  },
  'health:changed': healthOf(),
  'mute:changed': { until: '2026-03-12T17:00:00.000Z' },
  'paper:changed': null,
  'settings:changed': await createFakeMostrador().api['settings:read'](),
  'refresh:progress': { running: true, page: 1, totalPages: null, orders: 12 },
  'refresh:done': { ok: true, added: 1, changed: 0, read: 3, at: '2026-03-12T17:00:00.000Z' },
  'orders:show': { orderId: ORDER.id },
  'sound:play': { id: 1, tone: null, volume: 0, hush: true },
  'outgoing:changed': {
    ...CALM_OUTGOING.outgoing,
    heartbeat: { at: '2026-03-12T17:00:00.000Z', failed: { trouble: 'refused', status: 404 } },
    deadLetters: [
      {
        id: 'msg_1',
        target: 'till-post',
        code: '4821',
        at: '2026-03-12T17:00:00.000Z',
        failed: { trouble: 'too-old', status: null },
      },
    ],
  },
  'demo:changed': { phase: 'playing', scene: { step: 'ready', codes: ['4821'], isPaused: false } },
  'deliveries:changed': null,
  'tunnel:changed': TUNNEL_STOPPED,
};

const channels = Object.keys(CHANNELS) as readonly IpcChannel[];
const events = Object.keys(EVENTS) as readonly IpcEventName[];
type Call = (arg?: unknown) => Promise<unknown>;
const callOf = (api: MostradorApi, channel: IpcChannel): Call => api[channel] as Call;
/** Two sides of one border: the api of the tests, and the real registrar with that api behind it. */
const registered = (api: MostradorApi, isLying = false): void => {
  const lies = Object.fromEntries(channels.map((channel) => [channel, () => 'a lie']));
  const handlers = { ...handlersOf(api), ...(isLying ? lies : {}) };
  registerHandlers({ handlers, pageOrigin: 'app://mostrador', log });
};
const ask = (channel: IpcChannel, arg: unknown) => listeners.get(channel)?.(ours, arg);

beforeEach(() => {
  errors.length = 0;
  listeners.clear();
});

/** Without what only a compiler sees. */
type Plain<T> = T extends readonly (infer U)[]
  ? number extends T['length']
    ? readonly Plain<U>[]
    : { readonly [K in keyof T]: Plain<T[K]> }
  : T extends object
    ? { readonly [K in keyof T]: Plain<T[K]> }
    : T;
type Asked = { [C in IpcChannel]: z.output<(typeof CHANNELS)[C]['arg']> };
type Answered = { [C in IpcChannel]: z.output<(typeof CHANNELS)[C]['answer']> };
type Told = { [E in IpcEventName]: z.output<(typeof EVENTS)[E]> };

test('the schemas let pass all that the contract says', () => {
  expectTypeOf<Plain<{ [C in IpcChannel]: IpcContract[C]['arg'] }>>().toExtend<Plain<Asked>>();
  expectTypeOf<Plain<{ [C in IpcChannel]: IpcContract[C]['answer'] }>>().toExtend<Plain<Answered>>();
  expectTypeOf<Plain<IpcEvents>>().toExtend<Plain<Told>>();
});

test('the border answers each channel of the contract and no other', () => {
  registered(createFakeMostrador().api);
  expect([...listeners.keys()].toSorted()).toEqual(channels.toSorted());
});

describe.each(channels)('%s', (channel) => {
  test('is answered as the contract says, by the fake and across the real border', async () => {
    const direct: unknown = await callOf(createFakeMostrador(START).api, channel)(args[channel]);
    registered(createFakeMostrador(START).api);
    expect(await ask(channel, args[channel])).toEqual({ ok: true, answer: direct });
    expect(errors).toEqual([]);
  });

  test.each([{ anything: 'else' }, 'text', 12, [null]])('takes no %j', async (arg) => {
    await expect(callOf(createFakeMostrador(START).api, channel)(arg)).rejects.toThrow('no such argument');
    registered(createFakeMostrador(START).api);
    expect(await ask(channel, arg)).toEqual({ ok: false, code: 'refused' });
    expect(errors).toEqual([expect.stringContaining(`Refused ${channel}`)]);
  });

  test('lets no lie pass', async () => {
    registered(createFakeMostrador(START).api, true);
    expect(await ask(channel, args[channel])).toEqual({ ok: false, code: 'unexpected' });
    expect(errors).toEqual([expect.stringContaining(`${channel} failed: wrong answer`)]);
  });
});

test.each([
  ['health:read', { health: { ...healthOf(), store: { state: 'fine' } } }],
  ['orders:list', { orders: [{ ...ORDER, status: 'LOST' }] }],
  ['tunnel:status', { tunnel: { ...TUNNEL_STOPPED, attempt: 'none' } }],
] as const)('a fake that lies on %s is caught', async (channel, told) => {
  const lying = createFakeMostrador({ ...START, ...(told as unknown as Partial<FakeMain>) });
  await expect(lying.api[channel]()).rejects.toThrow(`The fake lies on ${channel}`);
});

describe.each(events)('%s', (event) => {
  const sent: unknown[] = [];
  const pages = [{ send: (name: string, payload: unknown) => void sent.push([name, payload]) }];
  const push = createPush({ log });
  beforeEach(() => void (sent.length = 0));

  test('is told as the contract says, by the fake and across the real border', () => {
    push(pages, event, PAYLOADS[event]);
    expect(sent).toEqual([[event, PAYLOADS[event]]]);
    const heard: unknown[] = [];
    const fake = createFakeMostrador();
    fake.api.on(event, (payload) => heard.push(payload));
    fake.emit(event, PAYLOADS[event]);
    expect(heard).toEqual([PAYLOADS[event]]);
  });

  test('lets no lie pass', () => {
    const lie = 'a lie' as unknown as IpcEvents[typeof event];
    push(pages, event, lie);
    expect(sent).toEqual([]);
    expect(errors).toEqual([expect.stringContaining(`Not sent ${event}`)]);
    expect(() => createFakeMostrador().emit(event, lie)).toThrow(`The fake lies on ${event}`);
  });
});
