import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
  let open: readonly Alert[] = [];
  let free: (() => void) | null = null;
  let isBusy = false;
  const toasts = createAlertToasts({
    openAlerts: () => open,
    notifications: {
      showAlert: (alert) => told.push(alertCode(alert)),
      show: ({ title, body }) => told.push(`${title}: ${body}`),
      whenFree: (run) => {
        if (isBusy) free = run;
        else run();
      },
      dismiss: () => undefined,
    },
    texts: () => es,
    openCounter: () => undefined,
    schedule: timing.schedule,
  });
  return {
    told,
    toasts,
    tell: (fresh: readonly Alert[]) => {
      open = [...open, ...fresh];
      toasts.notify(fresh, null, false);
    },
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

test('a digest of thousands names as many as a person can read, and counts the others', () => {
  const body = digestBody(many(3_000), es);
  expect(body).toMatch(/^(\d+, ){99}\d+ y 2900 más$/);
  expect(body.length).toBeLessThan(1_000);
});
