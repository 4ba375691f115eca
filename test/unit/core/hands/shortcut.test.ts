import { expect, test } from 'vitest';
import { createShortcut, type CounterLook } from '../../../../src/main/core/hands/shortcut.ts';
import { orderAlert } from '../../../fixtures/order-alert.ts';

const KEYS = 'Ctrl+Alt+M';
const OTHER = 'Ctrl+Alt+N';

function world(start: { readonly wanted?: string; readonly isWayland?: boolean } = {}) {
  const taken = new Map<string, () => void>();
  const elsewhere = new Set<string>();
  const seen: string[] = [];
  const refused: string[] = [];
  const told: string[] = [];
  const here = { wanted: start.wanted ?? '', nowMs: 0, look: 'closed' as CounterLook, disk: true, shows: 0 };
  const shortcut = createShortcut({
    take: (keys, onPress) => {
      if (elsewhere.has(keys) || taken.has(keys)) return false;
      taken.set(keys, onPress);
      return true;
    },
    giveBack: (keys) => void taken.delete(keys),
    isWayland: start.isWayland ?? false,
    wanted: () => here.wanted,
    save: (keys) => {
      if (!here.disk) return Promise.resolve(false);
      here.wanted = keys;
      shortcut.follow();
      return Promise.resolve(true);
    },
    counter: () => here.look,
    showCounter: () => {
      here.shows += 1;
      here.look = 'in-front';
    },
    seen: (id) => void seen.push(id),
    monotonicMs: () => here.nowMs,
    onChange: ({ keys, state }) => void told.push(`${keys} ${state}`),
    onRefused: (keys) => void refused.push(keys),
  });
  const press = (keys = KEYS, afterMs = 1_000): void => {
    here.nowMs += afterMs;
    taken.get(keys)?.();
  };
  return { shortcut, here, taken, elsewhere, seen, refused, told, press };
}
const ready = orderAlert('a');
const cancelled = orderAlert('b', { kind: 'cancelled' });

test('without keys nothing is asked of the system', () => {
  const { shortcut, taken, told } = world();
  shortcut.follow();
  expect(taken.size).toBe(0);
  expect(shortcut.view()).toEqual({ keys: '', state: 'off', isWayland: false });
  expect(told).toEqual([' off']);
});

test('the first press shows the counter, the next marks the most urgent alert as seen', async () => {
  const { shortcut, press, seen, here } = world();
  shortcut.noteAlerts([ready, cancelled]);
  expect(await shortcut.set(KEYS)).toBe('done');
  press();
  expect([here.shows, seen]).toEqual([1, []]);
  press();
  expect([here.shows, seen]).toEqual([1, ['b:cancelled']]);
  shortcut.noteAlerts([ready]);
  press();
  expect(seen).toEqual(['b:cancelled', 'a:ready']);
});

test('a counter behind another program is brought to the front, not taken as looked at', async () => {
  const { shortcut, press, seen, here } = world();
  shortcut.noteAlerts([ready]);
  await shortcut.set(KEYS);
  here.look = 'open';
  press();
  expect([here.shows, seen]).toEqual([1, []]);
});

test('where the system leaves the keyboard with the other program, the next press counts all the same, for ten seconds', async () => {
  const { shortcut, press, seen, here } = world();
  shortcut.noteAlerts([ready]);
  await shortcut.set(KEYS);
  press();
  here.look = 'open';
  press();
  expect(seen).toEqual(['a:ready']);
  shortcut.noteAlerts([cancelled]);
  press(KEYS, 10_000);
  expect(seen).toEqual(['a:ready']);
});

test('keys that are held down are one press', async () => {
  const { shortcut, press, seen, here } = world();
  shortcut.noteAlerts([ready]);
  await shortcut.set(KEYS);
  press();
  press(KEYS, 660);
  for (let again = 0; again < 200; again += 1) press(KEYS, 33);
  expect([here.shows, seen]).toEqual([1, []]);
});

test('an alert that came just before the press is not marked as seen', async () => {
  const { shortcut, press, seen, here } = world();
  await shortcut.set(KEYS);
  here.look = 'in-front';
  here.nowMs = 5_000;
  shortcut.noteAlerts([ready]);
  press(KEYS, 200);
  expect(seen).toEqual([]);
  press(KEYS, 800);
  expect(seen).toEqual(['a:ready']);
});

test('with nothing unseen a press while the counter shows does nothing', async () => {
  const { shortcut, press, seen, here } = world();
  await shortcut.set(KEYS);
  shortcut.noteAlerts([]);
  press();
  press();
  expect([here.shows, seen]).toEqual([1, []]);
});

test('it is called working only after it was pressed and arrived', async () => {
  const { shortcut, press, told } = world();
  await shortcut.set(KEYS);
  expect(shortcut.view().state).toBe('unproven');
  press();
  expect(shortcut.view().state).toBe('proven');
  expect(told).toEqual([`${KEYS} unproven`, `${KEYS} proven`]);
});

test('keys that another program has are refused, and the ones before still work', async () => {
  const { shortcut, elsewhere, taken, here, refused } = world();
  await shortcut.set(KEYS);
  elsewhere.add(OTHER);
  expect(await shortcut.set(OTHER)).toBe('taken');
  expect(here.wanted).toBe(KEYS);
  expect([...taken.keys()]).toEqual([KEYS]);
  expect(refused).toEqual([]);
});

test('keys that cannot be saved are given back, and the ones before still work', async () => {
  const { shortcut, here, taken } = world();
  await shortcut.set(KEYS);
  here.disk = false;
  expect(await shortcut.set(OTHER)).toBe('not-saved');
  expect([...taken.keys()]).toEqual([KEYS]);
  expect(shortcut.view()).toMatchObject({ keys: KEYS, state: 'unproven' });
});

test('other keys take the place of those before', async () => {
  const { shortcut, taken } = world();
  await shortcut.set(KEYS);
  expect(await shortcut.set(OTHER)).toBe('done');
  expect([...taken.keys()]).toEqual([OTHER]);
});

test.each(['M', 'Ctrl+Alt+', 'javascript:'])('%j is never asked of the system', async (keys) => {
  const { shortcut, taken } = world();
  expect(await shortcut.set(keys)).toBe('unusable');
  expect(taken.size).toBe(0);
});

test('switched off, or at the end of the app, the keys are given back', async () => {
  const first = world();
  await first.shortcut.set(KEYS);
  expect(await first.shortcut.set('')).toBe('done');
  expect(first.taken.size).toBe(0);
  expect(first.shortcut.view().state).toBe('off');
  const second = world();
  await second.shortcut.set(KEYS);
  second.shortcut.stop();
  expect(second.taken.size).toBe(0);
});

test('after a restart the keys work again; while another program has them that is said once, and they are tried again', () => {
  const { shortcut, elsewhere, refused, taken, told } = world({ wanted: KEYS });
  elsewhere.add(KEYS);
  shortcut.follow();
  shortcut.follow();
  expect(shortcut.view().state).toBe('taken');
  expect(refused).toEqual([KEYS]);
  elsewhere.clear();
  shortcut.follow();
  expect([...taken.keys()]).toEqual([KEYS]);
  expect(told).toEqual([`${KEYS} taken`, `${KEYS} unproven`]);
});
