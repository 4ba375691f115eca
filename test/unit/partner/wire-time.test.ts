import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePartnerOrder } from '../../../src/main/partner/wire/schemas.ts';
import { toIsoUtc } from '../../../src/main/partner/wire/wire-time.ts';
import { sampleOrder } from './sample-order.ts';

const SAME = '2026-11-29T22:20:00.000Z';
const SECONDS = Date.parse(SAME) / 1000;

describe('the same point in time', () => {
  it.each<readonly [unknown]>([
    [SECONDS],
    [SECONDS * 1000],
    [SECONDS * 1e6],
    [`${String(SECONDS)}000000000`],
    [String(SECONDS)],
    [`${String(SECONDS)}000`],
    [`${String(SECONDS)}.000`],
    [`/Date(${String(SECONDS)}000)/`],
    [`/Date(${String(SECONDS)}000-0300)/`],
    ['2026-11-29T22:20:00Z'],
    ['2026-11-29T22:20:00Z[UTC]'],
    ['2026-11-29T22:20:00+00:00[Etc/UTC]'],
    ['2026-11-29T22:20:00+0000'],
    ['2026-11-29T22:20:00+00'],
    ['2026-11-29T19:20:00-03'],
    ['2026-11-29T19:20:00 -0300'],
    ['2026-11-29T19:20:00\u221203:00'],
    ['2026-11-29T19:20:00-03:00[America/Montevideo]'],
    ['2026-11-29T19:20:00[America/Montevideo]'],
    ['2026-11-29 22:20:00'],
    ['2026-11-29 22:20:00 UTC'],
    ['2026-11-29 22:20:00.000000+00'],
    ['2026-11-29t22:20z'],
    ['2026-11-29T22:20'],
    ['2026-11-29T22:20:00,000Z'],
    ['2026-11-29T22:20:00.000000000Z'],
    ['2026/11/29 22:20:00'],
    ['20261129T222000Z'],
    ['20261129222000'],
    ['2026-W48-7T22:20:00Z'],
    ['2026-333T22:20:00Z'],
    ['29/11/2026 22:20'],
    ['29-11-2026 22:20:00'],
    ['11/29/2026 10:20:00 PM'],
    ['Sun, 29 Nov 2026 22:20:00 GMT'],
    ['Sun, 29 Nov 2026 19:20:00 -0300'],
    ['Sunday, 29-Nov-26 22:20:00 GMT'],
    ['29 nov 2026, 22:20'],
    ['Sun Nov 29 2026 19:20:00 GMT-0300 (Uruguay Standard Time)'],
    ['Sun Nov 29 22:20:00 UTC 2026'],
    ['Nov 29, 2026, 10:20:00 PM'],
    [' 2026-11-29T22:20:00Z\u200B\n'],
    [String(SECONDS * 1000).replace(/^(\d)(\d+)$/, '$1.$2e+12')],
    // Java writes a capital.
    [String(SECONDS * 1000).replace(/^(\d)(\d+)$/, '$1.$2E12')],
    // Go and Ruby name the zone twice.
    ['2026-11-29 22:20:00 +0000 UTC'],
    ['2026-11-29 19:20:00.000000001 -0300 -03 m=+0.000012'],
    ['2026-11-29T19:20:00-03:00 America/Montevideo'],
    ['2026-11-29 19:20:00 America/Montevideo'],
    ['2026-11-29 19:20:00 America/Argentina/Buenos_Aires'],
    ['2026-11-29T22:20:00.000+00:00Z'],
    [{ $timestamp: { t: SECONDS, i: 1 } }],
    [{ epochMillis: SECONDS * 1000 }],
    [{ year: 2026, monthValue: 11, dayOfMonth: 29, hour: 22, minute: 20, second: 0, nano: 0 }],
    [{ $date: SAME }],
    [{ $date: SECONDS * 1000 }],
    [{ $date: { $numberLong: `${String(SECONDS)}000` } }],
    [{ seconds: String(SECONDS), nanos: 0 }],
    [{ _seconds: SECONDS, _nanoseconds: 0 }],
    [{ epochSecond: SECONDS, nano: 0 }],
    [{ date: '2026-11-29 19:20:00.000000', timezone_type: 3, timezone: 'America/Montevideo' }],
    [{ date: '2026-11-29 22:20:00.000000', timezone_type: 1, timezone: '+00:00' }],
    [[2026, 11, 29, 22, 20]],
    [[2026, 11, 29, 22, 20, 0, 0]],
  ])('is read from %j', (value) => {
    expect(toIsoUtc(value)).toBe(SAME);
  });

  it('keeps milliseconds in every unit, and an evening that ends at 24:00', () => {
    expect(toIsoUtc(1_796_000_000_123)).toBe(new Date(1_796_000_000_123).toISOString());
    expect(toIsoUtc('1796000000123456789')).toBe(new Date(1_796_000_000_123).toISOString());
    expect(toIsoUtc(1_796_000_000.5)).toBe(new Date(1_796_000_000_500).toISOString());
    expect(toIsoUtc('2026-11-29T24:00:00Z')).toBe('2026-11-30T00:00:00.000Z');
    expect(toIsoUtc('2026-12-31T23:59:60Z')).toBe('2027-01-01T00:00:00.000Z');
  });
});

describe('no time', () => {
  const none: readonly unknown[] = [
    0,
    '0',
    -1,
    '-1',
    '',
    ' ',
    'null',
    'None',
    'N/A',
    'hoy',
    'now',
    null,
    undefined,
    true,
    false,
    {},
    [],
    { $date: null },
    { date: {} },
    '0001-01-01T00:00:00',
    '0001-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '1969-12-31T21:00:00-03:00',
    '1900-01-01 00:00:00',
    '2014-12-31T23:59:59.999Z',
    '0000-00-00 00:00:00',
    '9999-12-31T23:59:59Z',
    '9999-12-31T23:59:59.999999Z',
    '2099-12-31T00:00:00Z',
    '2038-01-19T03:14:07Z',
    2_147_483_647,
    253_402_300_799,
    253_402_300_799_999,
    -62_135_596_800,
    4_294_967_295,
    Number.MAX_SAFE_INTEGER,
    1e300,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    20_261_129,
    '2026-11-29',
    '2026-02-30T10:00:00Z',
    '2026-11-29T22:20:00+99:00',
    '2026-11-29T22:20:00+03:75',
    '2026-13-01T10:00:00Z',
    '2026-11-29T25:00:00Z',
    '05/06/2026 10:00',
    '29 foo 2026 10:00',
    '2026-11-29T22:20:00Z and more',
  ];

  it.each(none.map((value) => [value]))('is found in %j', (value) => {
    expect(toIsoUtc(value)).toBeNull();
  });

  it.each(none.map((value) => [value]))(
    'leaves an order with %j for its times ready, and readable',
    (value) => {
      const sys = { created_at: value, updated_at: value };
      const body = sampleOrder({ sys, promised_for: value, accepted_for: value });
      const read = parsePartnerOrder(body, { country: 'uy' });
      if (!read.ok) throw new Error(read.error.note.kind);
      const { status, version, createdAt, promisedFor, acceptedFor } = read.value.order;
      expect(status).toBe('READY_FOR_PICKUP');
      expect([version, createdAt, promisedFor, acceptedFor]).toEqual([null, null, null, null]);
    },
  );
});

it('of anything is null or a time of this half century, and never a failure', () => {
  const digits = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(String);
  /** Around the years that an order may have, in seconds, milli-, micro- and nanoseconds. */
  const near = fc
    .tuple(fc.integer({ min: 1_262_304_000, max: 2_682_374_400 }), fc.constantFrom(1, 1e3, 1e6, 1e9))
    .map(([seconds, of]) => seconds * of);
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.anything(),
    fc.double(),
    digits,
    near,
    near.map(String),
    fc.string(),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  );
  fc.assert(
    fc.property(anything, (value) => {
      const iso = toIsoUtc(value);
      if (iso === null) return;
      expect(iso).toMatch(/^20(1[5-9]|[234]\d)-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(toIsoUtc(iso)).toBe(iso);
    }),
    { numRuns: 2000 },
  );
});

it('reads every time of its years from each of the usual notations', () => {
  const whole = fc.integer({ min: 1_420_070_400, max: 2_147_483_646 });
  fc.assert(
    fc.property(whole, (seconds) => {
      const date = new Date(seconds * 1000);
      const iso = date.toISOString();
      const ways = [
        seconds,
        seconds * 1000,
        String(seconds * 1000),
        iso,
        iso.replace('.000Z', '+0000'),
        date.toUTCString(),
        date.toUTCString().replace('GMT', '+0000'),
      ];
      for (const way of ways) expect(toIsoUtc(way)).toBe(iso);
    }),
  );
});
