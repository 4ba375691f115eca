import { expect, test } from 'vitest';
import { createCalendar } from '../../../../src/main/core/day/calendar.ts';
import type { DayFacts } from '../../../../src/main/core/day/facts.ts';
import { dayReport } from '../../../../src/main/core/day/report.ts';
import { dayFile } from '../../../../src/main/core/day/tables.ts';
import type { DayAlert, DayOrder, DayRange } from '../../../../src/shared/orders/day.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';

const DAY = '2026-03-12';
/** A time of that day in Montevideo. */
const at = (clock: string, day = DAY): string => new Date(`${day}T${clock}:00.000-03:00`).toISOString();

const order = (part: Partial<DayOrder>): DayOrder => ({
  code: '4821',
  externalId: null,
  initial: 'A',
  isCancelled: false,
  isReady: true,
  wasPickedUp: false,
  isCancelledAfterPickUp: null,
  cancelledBy: null,
  cancelledReason: null,
  firstSeenAt: at('11:00'),
  readyAt: at('11:00'),
  readyKnownAt: at('11:00'),
  handedOverAt: null,
  pickedUpAt: null,
  cancelledAt: null,
  cancelledKnownAt: null,
  hadWebhook: true,
  lineCount: 3,
  totalMinor: 129_050,
  currency: 'UYU',
  ...part,
});
const alert = (part: Partial<DayAlert>): DayAlert => ({
  kind: 'ready',
  code: '4821',
  raisedAt: at('11:00'),
  since: at('11:00'),
  acknowledgedAt: null,
  acknowledgedBy: null,
  closedAt: null,
  ...part,
});
const report = (
  facts: Partial<DayFacts>,
  range: DayRange = { from: DAY, to: DAY },
  zone = 'America/Montevideo',
) =>
  dayReport(
    { orders: [], alerts: [], presence: [], ...facts },
    { range, today: range.to, calendar: createCalendar(zone) },
  );

test('each order counts in the day in which it happened, by the shop’s clock', () => {
  const orders = [
    order({ readyAt: at('23:59'), handedOverAt: at('00:05', '2026-03-13') }),
    order({ readyAt: at('23:50', '2026-03-11'), pickedUpAt: at('00:10') }),
    order({ readyAt: at('12:00') }),
  ];
  expect(report({ orders })).toMatchObject({ ready: 2, left: 1, stillWaiting: 1 });
  expect(report({ orders }, { from: '2026-03-13', to: '2026-03-13' })).toMatchObject({ ready: 0, left: 1 });
});

test('a bag waits until whoever says first that it left', () => {
  const orders = [
    order({ handedOverAt: at('11:04'), pickedUpAt: at('11:09') }),
    order({ code: '4822', handedOverAt: at('11:30'), pickedUpAt: at('11:20') }),
    order({ pickedUpAt: at('11:06') }),
  ];
  const minute = 60_000;
  expect(report({ orders }).waiting).toEqual({
    count: 3,
    medianMs: 6 * minute,
    worstMs: 20 * minute,
    worstCode: '4822',
  });
});

test('a cancellation is before or after the hand-over', () => {
  const cancelled = { isCancelled: true, isReady: false, cancelledAt: at('11:30') };
  const orders = [
    order(cancelled),
    order({ ...cancelled, handedOverAt: at('11:10') }),
    order({ ...cancelled, handedOverAt: at('11:40') }),
    order({ ...cancelled, isCancelledAfterPickUp: true }),
    order({ ...cancelled, wasPickedUp: true, pickedUpAt: at('11:20') }),
  ];
  expect(report({ orders })).toMatchObject({ cancelledBefore: 2, cancelledAfter: 3, stillWaiting: 0 });
});

test('seen is counted from the alert, and what closed by itself apart', () => {
  const alerts = [
    alert({ acknowledgedAt: at('11:01') }),
    alert({ code: '4822', kind: 'cancelled', acknowledgedAt: at('11:09') }),
    alert({ closedAt: at('11:05') }),
    alert({ kind: 'connection', acknowledgedAt: at('11:30') }),
  ];
  expect(report({ alerts })).toMatchObject({
    seen: { count: 2, medianMs: 300_000, worstMs: 540_000, worstCode: '4822' },
    closedUnseen: 1,
  });
});

test('an outage hides what was known only after it', () => {
  const outage = alert({ kind: 'connection', since: at('11:00'), closedAt: at('11:42') });
  const orders = [
    order({ readyAt: at('11:10'), readyKnownAt: at('11:42'), hadWebhook: false }),
    order({ readyAt: at('11:20'), readyKnownAt: at('11:20') }),
    order({
      readyAt: at('10:50'),
      isCancelled: true,
      cancelledAt: at('11:30'),
      cancelledKnownAt: at('11:43'),
    }),
  ];
  const { outages, foundByAsking } = report({ orders, alerts: [outage] });
  expect(outages).toEqual([
    { kind: 'connection', from: at('11:00'), to: at('11:42'), hidReady: 1, hidCancelled: 1 },
  ]);
  expect(foundByAsking).toEqual({ count: 1, codes: ['4821'] });
});

test('the app was off: a pause of the day is named, the night only when it hid something', () => {
  const presence = [
    { from: at('08:00', '2026-03-11'), to: at('23:00', '2026-03-11') },
    { from: at('08:00'), to: at('13:00') },
    { from: at('13:20'), to: at('14:00') },
  ];
  expect(report({ presence }).outages.map(({ from }) => from)).toEqual([at('13:00')]);
  const orders = [order({ readyAt: at('07:30'), readyKnownAt: at('08:00') })];
  expect(report({ presence, orders }).outages.map(({ from, hidReady }) => [from, hidReady])).toEqual([
    [at('23:00', '2026-03-11'), 1],
    [at('13:00'), 0],
  ]);
});

test('a day has the hours that it had, and several days those of the clock', () => {
  const hours = (day: string) =>
    report({}, { from: day, to: day }, 'America/Santiago').hours.map(({ hour, isRepeated }) =>
      isRepeated ? `${String(hour)} again` : String(hour),
    );
  expect(hours('2026-03-12')).toHaveLength(24);
  expect(hours('2026-09-06')).toHaveLength(23);
  expect(hours('2026-09-06')[0]).toBe('1');
  expect(hours('2026-04-04').slice(-2)).toEqual(['23', '23 again']);
  const orders = [order({ handedOverAt: at('12:30') }), order({ readyAt: at('11:59', '2026-03-11') })];
  const two = report({ orders }, { from: '2026-03-11', to: DAY }).hours;
  expect(two).toHaveLength(24);
  expect([two[11]?.ready, two[12]?.left, two[12]?.medianWaitMs]).toEqual([2, 1, 5_400_000]);
});

test('the files hold codes and the first letter of a name, times of the shop, and no formula', () => {
  const facts: DayFacts = {
    orders: [order({ code: '=4821', handedOverAt: at('11:06'), cancelledReason: 'a "b"' })],
    alerts: [alert({ acknowledgedAt: at('11:03') })],
    presence: [],
  };
  const calendar = createCalendar('America/Montevideo');
  const deps = {
    span: calendar.spanOf({ from: DAY, to: DAY }),
    calendar,
    texts: textsFor('es').day,
    locale: 'es-UY',
  };
  const orders = dayFile('orders', facts, deps).split('\r\n');
  expect(orders[0]).toMatch(/^\uFEFF"Código";"Número externo";"Inicial"/);
  expect(orders[1]).toBe(
    `"'=4821";"";"A";"Entregado";"2026-03-12 11:00:00";"2026-03-12 11:06:00";"6,0";"";"";"a ""b""";"sí";"3";"1290,50";"UYU"`,
  );
  const alerts = dayFile('alerts', facts, deps).split('\r\n');
  expect(alerts[1]).toBe(
    '"Listo";"4821";"2026-03-12 11:00:00";"2026-03-12 11:00:00";"2026-03-12 11:03:00";"3,0";""',
  );
});

test('initials stand in a last column, only where the shop keeps them or a mark has some', () => {
  const calendar = createCalendar('America/Montevideo');
  const span = calendar.spanOf({ from: DAY, to: DAY });
  const deps = { span, calendar, texts: textsFor('es').day, locale: 'es-UY' };
  const file = (what: 'orders' | 'alerts', by: string | null, hasStaff?: boolean): readonly string[] => {
    const facts: DayFacts = {
      orders: [order({ handedOverAt: at('11:06'), handedOverBy: by })],
      alerts: [alert({ acknowledgedAt: at('11:03'), acknowledgedBy: by ?? 'counter' })],
      presence: [],
    };
    return dayFile(what, facts, { ...deps, ...(hasStaff === undefined ? {} : { hasStaff }) }).split('\r\n');
  };
  for (const [what, column, last] of [
    ['orders', 'Entregó', '"Moneda"'],
    ['alerts', 'Lo vio', '"Se cerró solo"'],
  ] as const) {
    expect(file(what, null)[0]).toMatch(new RegExp(`${last}$`));
    expect(file(what, null, true)[0]).toMatch(new RegExp(`;"${column}"$`));
    expect(file(what, null, true)[1]).toMatch(/;""$/);
    expect(file(what, 'ANA')[0]).toMatch(new RegExp(`;"${column}"$`));
    expect(file(what, 'ANA')[1]).toMatch(/;"ANA"$/);
  }
});
