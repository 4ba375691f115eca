import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BusMessage } from '../../../src/main/shell/notifications/bus-wire.ts';
import { createBusToasts } from '../../../src/main/shell/notifications/bus-toasts.ts';
import type { connectSessionBus } from '../../../src/main/shell/notifications/session-bus.ts';

type Connect = Parameters<typeof connectSessionBus>[0];
type Call = { readonly member: string; readonly args: readonly unknown[]; readonly say: Say };
type Say = (kind: BusMessage['kind'], ...values: BusMessage['values']) => void;

/** A bus on which a test answers by hand, or by itself. */
const { bus } = vi.hoisted(() => ({
  bus: {
    calls: [] as Call[],
    connect: null as Connect | null,
    connections: 0,
    byItself: null as ((call: Call) => void) | null,
  },
}));
vi.mock('../../../src/main/shell/notifications/session-bus.ts', () => ({
  BUS: 'org.freedesktop.DBus',
  connectSessionBus: (deps: Connect) => {
    bus.connect = deps;
    bus.connections += 1;
    return {
      call: (
        { member, args }: Pick<Call, 'member' | 'args'>,
        onReply: (reply: BusMessage) => void = () => undefined,
      ) => {
        const say: Say = (kind, ...values) => onReply(message(kind, null, values));
        const call = { member, args, say };
        bus.calls.push(call);
        bus.byItself?.(call);
      },
      stop: () => undefined,
    };
  },
}));

function message(kind: BusMessage['kind'], member: string | null, values: BusMessage['values']): BusMessage {
  return { kind, answers: null, member, body: Buffer.alloc(0), values };
}

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(bus, { calls: [], connect: null, connections: 0, byItself: null });
});
afterEach(() => void vi.useRealTimers());

/** A service that is well: it answers with the next number. */
function isWell(): void {
  let id = 0;
  bus.byItself = ({ member, say }) => {
    if (member === 'Notify') id += 1;
    say('answer', ...(member === 'Notify' ? [id] : ['a service']));
  };
}

function rig() {
  const health: string[] = [];
  const clicked: string[] = [];
  const warned: string[] = [];
  const toaster = createBusToasts({
    address: '',
    userId: 0,
    desktopEntry: 'mostrador',
    icon: null,
    onHealth: (_state, code) => void health.push(code),
    log: { warn: (line) => void warned.push(line) },
  });
  const show = (title: string, stays = true): void =>
    toaster.show(title, {
      title,
      body: '',
      isUrgent: false,
      stays,
      onClick: () => void clicked.push(title),
    });
  return { toaster, show, health, clicked, warned };
}

const signal = (member: string, ...values: BusMessage['values']): void =>
  bus.connect?.onSignal(message('signal', member, values));
const shown = (): readonly unknown[] =>
  bus.calls.flatMap(({ member, args }) => (member === 'Notify' ? [args[3]] : []));
const removed = (): readonly unknown[] =>
  bus.calls.flatMap(({ member, args }) => (member === 'CloseNotification' ? args : []));
const last = (): Call => bus.calls.at(-1) ?? expect.fail('Nothing was asked');

describe('a click on a toast', () => {
  test('counts also where the desktop first says for which window it is', () => {
    isWell();
    const { show, clicked } = rig();
    show('4821');
    signal('ActivationToken', 1, 'a-token');
    signal('ActionInvoked', 1, 'default');
    signal('NotificationClosed', 1, 2);
    expect(clicked).toEqual(['4821']);
  });

  test('does not count once the toast is gone', () => {
    isWell();
    const { show, clicked } = rig();
    show('4821');
    signal('NotificationClosed', 1, 2);
    signal('ActionInvoked', 1, 'default');
    expect(clicked).toEqual([]);
  });
});

describe('a service that is silent', () => {
  test('and well again without having ended gets what waits, the lost toast once more', () => {
    const { toaster, show, health } = rig();
    isWell();
    show('1');
    bus.byItself = null;
    show('2');
    toaster.whenFree(() => show('all others'));
    vi.advanceTimersByTime(6_000);
    expect(health.at(-1)).toBe('toasts-silent');
    isWell();
    vi.advanceTimersByTime(60_000);
    expect(shown()).toEqual(['1', '2', '2', 'all others']);
    expect(health.at(-1)).toBe('ok');
  });

  test('is not given up for one slow answer: each toast is shown once, however late', () => {
    const { show, health } = rig();
    bus.byItself = ({ member, say }) => {
      if (member === 'Notify') setTimeout(() => say('answer', 7), 15_000);
      else say('answer', 'a service');
    };
    show('1');
    show('2');
    vi.advanceTimersByTime(120_000);
    expect(shown()).toEqual(['1', '2']);
    expect(health.at(-1)).toBe('ok');
  });

  test('keeps one toast where its lost answer comes after all, and none of an alert that ended', () => {
    const { toaster, show } = rig();
    bus.byItself = ({ member, say }) => {
      if (member !== 'Notify') say('answer', 'a service');
    };
    show('1');
    const first = last();
    vi.advanceTimersByTime(26_000);
    expect(shown()).toEqual(['1', '1']);
    last().say('answer', 12);
    first.say('answer', 11);
    expect(removed()).toEqual([{ type: 'count', value: 11 }]);
    toaster.close('1');
    expect(removed()).toEqual([11, 12].map((value) => ({ type: 'count', value })));
  });

  test('and stays so is asked less and less', () => {
    const { toaster, show } = rig();
    show('1');
    toaster.whenFree(() => undefined);
    vi.advanceTimersByTime(60 * 60_000);
    expect(bus.calls.length).toBeGreaterThan(10);
    expect(bus.calls.length).toBeLessThan(70);
    toaster.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a service that is not there', () => {
  const refuse = ({ say }: Call): void => say('error', 'no such service');

  test('from the start gets no toast that would be lost, and all that waits once it is there', () => {
    const { toaster, show, health } = rig();
    bus.byItself = refuse;
    toaster.whenFree(() => show('a digest', false));
    expect(shown()).toEqual([]);
    expect(health).toEqual(['toasts-missing']);
    isWell();
    signal('NameOwnerChanged', 'the service', '', ':1.7');
    expect(shown()).toEqual(['a digest']);
    expect(health.at(-1)).toBe('ok');
  });

  test('any more gets no toast that would be lost either', () => {
    const { toaster, show } = rig();
    isWell();
    show('1');
    bus.byItself = refuse;
    signal('NameOwnerChanged', 'the service', ':1.7', '');
    toaster.whenFree(() => show('a digest', false));
    isWell();
    signal('NameOwnerChanged', 'the service', '', ':1.8');
    expect(shown()).toEqual(['1', 'a digest']);
  });

  test('or refuses is asked again by and by while something waits, and the log is told once', () => {
    const { toaster, show, warned } = rig();
    bus.byItself = refuse;
    toaster.whenFree(() => show('a digest', false));
    vi.advanceTimersByTime(10 * 60_000);
    expect(bus.calls.length).toBeLessThan(15);
    expect(warned).toHaveLength(1);
    isWell();
    vi.advanceTimersByTime(60_000);
    expect(shown()).toEqual(['a digest']);
  });

  test('is left alone while nothing waits', () => {
    const { show } = rig();
    bus.byItself = refuse;
    show('a note', false);
    vi.advanceTimersByTime(10 * 60_000);
    expect(shown()).toEqual([]);
    expect(bus.calls.length).toBeLessThan(4);
  });

  test('because the bus ended is looked for on a new one', () => {
    const { show } = rig();
    isWell();
    show('1');
    bus.byItself = null;
    show('2');
    bus.connect?.onEnd(new Error('The bus ended the connection'));
    isWell();
    vi.advanceTimersByTime(60_000);
    expect(bus.connections).toBe(2);
    expect(shown()).toEqual(['1', '2', '2']);
  });
});

test('no toast has a sound of the desktop, for neither a mute nor quiet hours would silence that', () => {
  isWell();
  const { show } = rig();
  show('an alert');
  show('a digest', false);
  const notified = bus.calls.filter(({ member }) => member === 'Notify');
  expect(
    notified.map(({ args }) => JSON.stringify(args).includes('"suppress-sound",{"type":"yes"}')),
  ).toEqual([true, true]);
});

test('a desktop is not called well before it has taken what waits', () => {
  const { show, health } = rig();
  bus.byItself = ({ member, say }) =>
    member === 'Notify' ? say('error', 'not like that') : say('answer', 'a service');
  show('1', false);
  expect(health).toEqual(['toasts-missing']);
});
