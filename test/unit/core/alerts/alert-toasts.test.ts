import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAlertToasts } from '../../../../src/main/core/alerts/alert-toasts.ts';
import { digestBody } from '../../../../src/main/core/alerts/digest.ts';
import { timing } from '../../../../src/main/timing.ts';
import { alertCode, type Alert } from '../../../../src/shared/orders/alert.ts';
import { es } from './show-rig.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const many = (count: number, from = 1): readonly Alert[] =>
  Array.from({ length: count }, (_, index) => orderAlert(String(from + index)));

function rig() {
  const told: string[] = [];
  const gone: string[] = [];
  let opened = 0;
  let open: readonly Alert[] = [];
  let free: (() => void) | null = null;
  let asked = 0;
  let isBusy = false;
  const toasts = createAlertToasts({
    openAlerts: () => open,
    notifications: {
      showAlert: (alert) => told.push(alertCode(alert)),
      show: ({ title, body }, options) => {
        told.push(`${title}: ${body}`);
        options?.onClick?.();
      },
      whenFree: (run) => {
        asked += 1;
        if (isBusy) free = run;
        else run();
      },
      dismiss: (ids) => void gone.push(...ids),
    },
    texts: () => es,
    openCounter: () => {
      opened += 1;
    },
    schedule: timing.schedule,
  });
  const notify: typeof toasts.notify = (fresh, gap, isBack) => {
    open = [...open, ...fresh];
    toasts.notify(fresh, gap, isBack);
  };
  const resume: typeof toasts.resume = (alerts) => {
    open = alerts;
    toasts.resume(alerts);
  };
  return {
    told,
    /** How often the desktop was asked whether it takes toasts. */
    asked: () => asked,
    toasts: { ...toasts, notify, resume },
    gone,
    /** How often a click on a digest opened the counter; each is clicked. */
    opened: () => opened,
    tell: (fresh: readonly Alert[]) => notify(fresh, null, false),
    end: (code: string) => {
      open = open.filter((alert) => alertCode(alert) !== code);
      toasts.dismiss([`${code}:ready`]);
    },
    setBusy: (busy: boolean) => {
      isBusy = busy;
      if (!busy) free?.();
    },
  };
}

test('few at a time have a toast each; a flood has few digests, and every order is in one of them', () => {
  const { told, tell } = rig();
  tell(many(1));
  expect(told).toEqual(['1']);
  for (let index = 0; index < 1_000; index += 1) {
    tell(many(1, 10_000 + index));
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(2_000);
  expect(told.length).toBeLessThan(15);
  const counted = told.slice(1).map((one) => Number(/^(\d+) avisos sin ver/.exec(one)?.[1] ?? 1));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(1_000);
});

test('a cancellation waits for no pause after other toasts, while a flood of them has few toasts too', () => {
  const { told, tell } = rig();
  const cancelled = (code: string): Alert => ({
    ...orderAlert(code),
    id: `${code}:cancelled`,
    kind: 'cancelled',
  });
  tell(many(6));
  tell([orderAlert('7'), cancelled('8')]);
  expect(told.slice(1)).toEqual(['8']);
  for (let index = 0; index < 1_000; index += 1) {
    tell([cancelled(String(10_000 + index))]);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(2_000);
  expect(told.length).toBeLessThan(35);
  const counted = told.slice(2).map((one) => Number(/^(\d+) avisos sin ver/.exec(one)?.[1] ?? 1));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(1_001);
});

test('while the desktop takes none they wait, those that end meanwhile are not told, the others are told together', () => {
  const { told, tell, end, setBusy } = rig();
  setBusy(true);
  tell(many(3));
  tell(many(4, 4));
  end('2');
  expect(told).toEqual([]);
  setBusy(false);
  expect(told).toEqual([`${es.alerts.unseenTitle(6)}: 1, 3, 4, 5, 6, 7`]);
});

test('one toast for several waits too, and names those that are still open: after a start, a gap and an outage', () => {
  const { toasts, told, end, setBusy } = rig();
  setBusy(true);
  toasts.resume(many(3));
  toasts.notify(many(3, 4), { minutes: 42, ready: 3, cancelled: 0 }, false);
  toasts.notify(many(3, 7), null, true);
  toasts.notify(many(1, 10), null, true);
  for (const code of ['2', '5', '8', '10']) end(code);
  expect(told).toEqual([]);
  setBusy(false);
  expect(told).toEqual([
    `${es.alerts.unseenTitle(2)}: 1, 3`,
    `${es.card.digest({ minutes: 42, ready: 3, cancelled: 0 })}: 4, 6`,
    `${es.connection.backTitle}: ${es.alerts.unseenTitle(2)}\n7, 9`,
  ]);
});

test('a digest of thousands names as many as a person can read, and counts the others', () => {
  const body = digestBody(many(3_000), es);
  expect(body).toMatch(/^(\d+, ){99}\d+ y 2900 más$/);
  expect(body.length).toBeLessThan(1_000);
});

describe('one toast for several alerts', () => {
  test('opens the counter when it is clicked, also the one that says that contact is back', () => {
    const { toasts, opened } = rig();
    toasts.resume(many(2));
    toasts.notify([], null, true);
    expect(opened()).toBe(2);
  });

  test('says that contact is back, with how many alerts came meanwhile or what the gap brought', () => {
    const { toasts, told } = rig();
    toasts.notify([], null, true);
    toasts.notify(many(2), null, true);
    const gap = { minutes: 42, ready: 2, cancelled: 0 };
    toasts.notify(many(2), gap, true);
    toasts.notify(many(2), gap, false);
    const { backTitle, backBody } = es.connection;
    expect(told).toEqual([
      `${backTitle}: ${backBody}`,
      `${backTitle}: ${es.alerts.unseenTitle(2)}\n1, 2`,
      `${backTitle}: ${es.card.digest(gap)}\n1, 2`,
      `${es.card.digest(gap)}: 1, 2`,
    ]);
  });

  test('is not shown for nothing', () => {
    const { toasts, told, asked } = rig();
    toasts.notify([], null, false);
    toasts.resume([]);
    expect(told).toEqual([]);
    expect(asked()).toBe(0);
  });

  test('stands for five that come together; four have one each', () => {
    const four = rig();
    four.tell(many(4));
    expect(four.told).toEqual(['1', '2', '3', '4']);
    const five = rig();
    five.tell(many(5));
    expect(five.told).toEqual([`${es.alerts.unseenTitle(5)}: 1, 2, 3, 4, 5`]);
  });

  test('gives each alert that is no ready order its own words, and a shop without ready orders no empty line', () => {
    const outage: Alert = { ...orderAlert('x'), kind: 'connection', cause: 'offline' };
    const unclear = orderAlert('7', { kind: 'unclear' });
    const late = orderAlert('8', { kind: 'cancelled-after-handover' });
    expect(digestBody([late, unclear, outage], es)).toBe(
      [es.connection.title('offline'), es.alerts.unclearTitle('7'), es.alerts.cancelledAfterTitle('8')].join(
        '\n',
      ),
    );
  });

  test('names a hundred ready orders and a hundred others, and counts from one more on', () => {
    const codes = many(100, 1_001).map(alertCode).join(', ');
    expect(digestBody(many(100, 1_001), es)).toBe(codes);
    expect(digestBody(many(101, 1_001), es)).toBe(`${codes} ${es.card.more(1)}`);
    const cancelled = (count: number) =>
      many(count).map((one) => orderAlert(alertCode(one), { kind: 'cancelled' }));
    expect(digestBody(cancelled(100), es).split('\n')).toHaveLength(100);
    const lines = digestBody(cancelled(103), es).split('\n');
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe(es.card.more(3));
  });
});

describe('a toast that is not there yet', () => {
  test('of an alert that ended is not shown when the desktop is free again, though it is open anew', () => {
    const { toasts, tell, told, gone, setBusy } = rig();
    setBusy(true);
    tell(many(2));
    toasts.dismiss(['1:ready']);
    setBusy(false);
    expect(told).toEqual(['2']);
    expect(gone).toEqual(['1:ready']);
  });

  test('of an ordinary alert does not hurry because of others: the desktop is asked for it once', () => {
    const { tell, told } = rig();
    tell(many(1));
    tell(many(1, 2));
    expect(told).toEqual(['1']);
    vi.advanceTimersByTime(199);
    expect(told).toEqual(['1']);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['1', '2']);
  });

  test('does not come after the end of the app', () => {
    const { tell, told, toasts } = rig();
    tell(many(1));
    tell(many(1, 2));
    toasts.stop();
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual(['1']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
