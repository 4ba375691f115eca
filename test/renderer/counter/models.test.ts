import { expect, test } from 'vitest';
import { isAmountChanged, toDetailEntries } from '../../../src/shared/orders/order-lines.ts';
import { shownParts } from '../../../src/renderer/counter/header/health-model.ts';
import { worstPart } from '../../../src/shared/health/health-sentence.ts';
import { readTab, rememberTab } from '../../../src/renderer/counter/header/order-tabs.tsx';
import { rowTime, statusText } from '../../../src/renderer/counter/list/row-model.ts';
import { reduceView, scopeOf, startView } from '../../../src/renderer/counter/view-state.ts';
import { isLongWait, minutesSince, sinceText } from '../../../src/renderer/counter/list/waiting-time.tsx';
import { createTimes } from '../../../src/renderer/times.ts';
import type { LineAmount } from '../../../src/shared/orders/order.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { healthOf } from '../../fakes/mostrador-api.ts';
import { NOW, SAMPLE_LINES, minutesAgo, sampleAlert, sampleLine, sampleOrder } from '../sample-orders.ts';

const es = textsFor('es');

test('waiting is counted in whole minutes and never runs backwards', () => {
  expect(minutesSince(minutesAgo(4), NOW + 59_000)).toBe(4);
  expect(minutesSince(minutesAgo(-3), NOW)).toBe(0);
  expect(minutesSince('', NOW)).toBe(0);
});

test('waiting reads as people say it', () => {
  expect([0, 4, 60, 125, 1_440, 4_320].map((minutes) => sinceText(minutes, es))).toEqual([
    'recién',
    'hace 4 min',
    'hace 1 h',
    'hace 2 h 5 min',
    'hace 1 día',
    'hace 3 días',
  ]);
  expect([isLongWait(14, 15), isLongWait(15, 15)]).toEqual([false, true]);
});

test('times are those of the shop, whatever the computer says, with the day when it is not today', () => {
  const times = createTimes({ timeZone: 'America/Montevideo', locale: 'es' });
  expect(times.clock('2026-03-12T17:05:00.000Z')).toBe('14:05');
  expect(times.clockOrDay('2026-03-12T17:05:00.000Z', NOW)).toBe('14:05');
  // 01:30 UTC is still the evening before at the shop.
  expect(times.clockOrDay('2026-03-12T01:30:00.000Z', NOW)).toBe('11/03 22:30');
  expect(times.clock('not a time')).toBe('');
});

test('a time zone that nobody knows does not take the window down', () => {
  expect(createTimes({ timeZone: 'Mars/Olympus', locale: 'es' }).clock('2026-03-12T17:05:00.000Z')).toMatch(
    /\d\d:05/,
  );
});

test('a replacement stands under what it replaces, whichever line names the other and whichever comes first', () => {
  const out = sampleLine({ id: '5', name: 'Canarias', status: 'REPLACED' });
  const within = sampleLine({ id: '6', name: 'Baldo', status: 'ADDITION' });
  const named = [
    [{ ...within, replacesId: '5' }, out],
    [out, { ...within, replacesId: '5' }],
    [{ ...out, replacesId: '6' }, within],
  ];
  for (const lines of named) {
    const [entry, ...others] = toDetailEntries(lines);
    expect(entry?.line.id).toBe('5');
    expect(entry?.instead.map((line) => line.id)).toEqual(['6']);
    expect(others).toEqual([]);
  }
});

test('an addition that replaces nothing known is a line of its own', () => {
  const lost = sampleLine({ id: '9', name: 'Regalo', status: 'ADDITION', replacesId: 'nowhere' });
  expect(toDetailEntries([...SAMPLE_LINES, lost]).map((entry) => entry.line.id)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '9',
  ]);
});

test('fewer pieces are a change; a weight only when it is off by more than a little', () => {
  const of = (unit: 'UNIT' | 'KG', amount: number): LineAmount => ({
    unit,
    amount,
    pieces: null,
    unitPriceMinor: null,
    totalMinor: null,
  });
  expect(isAmountChanged(of('UNIT', 3), of('UNIT', 2))).toBe(true);
  expect(isAmountChanged(of('UNIT', 3), of('UNIT', 3))).toBe(false);
  expect(isAmountChanged(of('KG', 1), of('KG', 1.04))).toBe(false);
  expect(isAmountChanged(of('KG', 1), of('KG', 1.2))).toBe(true);
  expect(isAmountChanged(null, of('KG', 1))).toBe(false);
});

test('the worst part of the health is the one that is shown', () => {
  const degraded = { state: 'degraded', code: 'receiver-failed', since: '', detail: null } as const;
  const down = { state: 'down', code: 'partner-offline', since: '', detail: null } as const;
  const off = { state: 'off', code: 'tunnel-off', since: '', detail: null } as const;
  expect(worstPart(healthOf())).toBeNull();
  expect(worstPart({ ...healthOf(), tunnel: off })).toBeNull();
  expect(worstPart({ ...healthOf(), receiver: degraded })?.part).toBe('receiver');
  expect(worstPart({ ...healthOf(), receiver: degraded, store: down })?.part).toBe('store');
});

test('parts that are not used are not listed', () => {
  const starting = { state: 'off', code: 'starting', since: '', detail: null } as const;
  const unused = { ...starting, code: 'not-used' } as const;
  expect(shownParts({ ...healthOf(), sound: unused, power: unused }).map(({ part }) => part)).toEqual([
    'partner',
    'tunnel',
    'receiver',
    'store',
    'toasts',
    'clock',
    'orders',
    'printer',
    'outgoing',
    'outlet',
  ]);
});

test('a cancelled bag in the shop must not leave; one that left is said to have left', () => {
  const order = sampleOrder({ id: 'a', code: '8421', status: 'CANCELLED' });
  const byPlatform = { by: null, reason: null, afterPickUp: true };
  expect(statusText(order, null, es)).toBe('NO ENTREGAR');
  for (const left of [
    { ...order, wasPickedUp: true },
    { ...order, handedOverAt: minutesAgo(1) },
    { ...order, cancellation: byPlatform },
  ]) {
    expect(statusText(left, null, es)).toBe('Cancelado después de entregar');
  }
  expect(statusText(order, sampleAlert(order, 'cancelled-after-handover'), es)).toBe(
    'Cancelado después de entregar',
  );
});

test('a status that came after this version is named as it was sent', () => {
  const order = sampleOrder({ id: 'a', code: '1', status: 'UNKNOWN', statusText: 'EN_REVISION' });
  expect(statusText(order, null, es)).toBe('Estado no reconocido: EN_REVISION');
});

test('of a whole page that is pasted into the search only the beginning is searched', () => {
  const page = 'Ana 12 '.repeat(200_000);
  expect(reduceView(startView('ready'), { kind: 'query', query: page }).query).toBe(page.slice(0, 200));
});

test('a search looks under every tab until it is narrowed, and its end brings the tab back', () => {
  const searching = reduceView(startView('done'), { kind: 'type', text: '4' });
  expect(scopeOf(searching)).toBe('all');
  const narrowed = reduceView(searching, { kind: 'scope', scope: 'cancelled' });
  expect(scopeOf(narrowed)).toBe('cancelled');
  expect(scopeOf(reduceView(narrowed, { kind: 'type', text: '8' }))).toBe('cancelled');
  const ended = reduceView(narrowed, { kind: 'erase' });
  expect(scopeOf(ended)).toBe('done');
  expect(scopeOf(reduceView(ended, { kind: 'type', text: '1' }))).toBe('all');
});

test('the tab is remembered, and an odd memory is no memory', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  expect(readTab(storage)).toBe('ready');
  rememberTab(storage, 'cancelled');
  expect(readTab(storage)).toBe('cancelled');
  for (const key of kept.keys()) kept.set(key, 'nonsense');
  expect(readTab(storage)).toBe('ready');
});

test('a row tells when its order was cancelled or left, seen or not, whoever knows it', () => {
  const cancelled = sampleOrder({ id: 'a', code: '4821', status: 'CANCELLED' });
  const alert = sampleAlert(cancelled, 'cancelled', minutesAgo(1));
  const known = { ...cancelled, leftAt: minutesAgo(3), cancelledAt: minutesAgo(2) };
  expect([rowTime(known, alert), rowTime(known, null)]).toEqual([minutesAgo(2), minutesAgo(2)]);
  expect([rowTime(cancelled, alert), rowTime(cancelled, null)]).toEqual([minutesAgo(1), cancelled.at]);
  const left = sampleOrder({ id: 'b', code: '4822', status: 'DELIVERED', leftAt: minutesAgo(3) });
  expect(rowTime(left, null)).toBe(minutesAgo(3));
  expect(rowTime({ ...left, handedOverAt: minutesAgo(4) }, null)).toBe(minutesAgo(4));
  expect(rowTime({ ...left, status: 'READY_FOR_PICKUP' }, null)).toBe(left.at);
});
