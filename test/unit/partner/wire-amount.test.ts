import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoney, readQuantity } from '../../../src/main/partner/wire/wire-amount.ts';

describe('money', () => {
  it.each<readonly [unknown, number]>([
    [250, 25_000],
    [0.1, 10],
    [-5.5, -550],
    ['250', 25_000],
    ['250.00', 25_000],
    ['250,00', 25_000],
    ['250.', 25_000],
    ['250.-', 25_000],
    ['250,—', 25_000],
    ['250-', -25_000],
    [',5', 50],
    ['99,68', 9_968],
    ['1290.5', 129_050],
    ['1.290,50', 129_050],
    ['1,290.50', 129_050],
    ['1 290,50', 129_050],
    ['1\u00A0290,50', 129_050],
    ['1\u202F290.50', 129_050],
    ["1'290.50", 129_050],
    ['1’290.50', 129_050],
    ['12.345.678', 1_234_567_800],
    ['12,345,678.9', 1_234_567_890],
    ['0.290', 29],
    ['0,290', 29],
    ['1290.500', 129_050],
    ['97.0000', 9_700],
    ['$ 250', 25_000],
    ['$250,00', 25_000],
    ['250 $', 25_000],
    ['UYU 250.00', 25_000],
    ['250,00 uyu', 25_000],
    ['$U 1.290,50', 129_050],
    ['-$ 10', -1_000],
    ['$-10', -1_000],
    ['10-', -1_000],
    ['(10,00)', -1_000],
    ['\u221210', -1_000],
    ['+10', 1_000],
    ['1.2905E3', 129_050],
    ['2.5e+2', 25_000],
    ['5E-1', 50],
    // What Java makes of a zero with eight decimals.
    ['0E-8', 0],
    [{ amount: 250, currency: 'UYU' }, 25_000],
    [{ amount: 250, currency: '$' }, 25_000],
    [{ amount: 250, currency: '$U' }, 25_000],
    [{ amount: 250, currency: { code: 'UYU', name: 'Peso uruguayo' } }, 25_000],
    [{ amount: '250,00', currency: 'uyu' }, 25_000],
    [{ value: '1.290,50' }, 129_050],
    [{ units: '250', nanos: 500_000_000, currencyCode: 'UYU' }, 25_050],
    [{ units: -1, nanos: -750_000_000 }, -175],
    [{ units: 0, nanos: 10_000_000 }, 1],
    [{ centAmount: 25_050, fractionDigits: 2 }, 25_050],
    [{ cents: '25050' }, 25_050],
    [{ amount_minor: 25_050, currency: 'UYU' }, 25_050],
    [{ value: 25_050, exponent: 2 }, 25_050],
    [{ amount: 2_505_000, scale: 4 }, 25_050],
    [{ $numberDecimal: '250.50' }, 25_050],
    [{ amount: { value: '250.50' } }, 25_050],
  ])('is read from %j', (value, minor) => {
    expect(readMoney(value, 'UYU')).toEqual({ minor, text: null });
  });

  it.each<readonly [unknown, string]>([
    ['1.290', '1.290'],
    ['1,290', '1,290'],
    ['$ 145.500', '$ 145.500'],
    ['12.90.50', '12.90.50'],
    ['1.29,0.5', '1.29,0.5'],
    ['USD 10', 'USD 10'],
    ['US$ 10', 'US$ 10'],
    [{ amount: 10, currency: 'USD' }, 'USD 10'],
    [{ amount: 10, currency: { code: 'USD' } }, 'USD 10'],
    [{ amount: 10, currency: { name: 'Dólar' } }, 'Dólar 10'],
    ['1E999', '1E999'],
    ['E5', 'E5'],
    ['a convenir', 'a convenir'],
    ['unas 250 o 300', 'unas 250 o 300'],
    ['0x10', '0x10'],
    [1e300, '1e+300'],
    ['99999999999999999999', '99999999999999999999'],
    ['1\u202E0 pesos\nmás', '10 pesos más'],
  ])('that may mean something else stays text: %j', (value, text) => {
    expect(readMoney(value, 'UYU')).toEqual({ minor: null, text });
  });

  it.each([
    null,
    undefined,
    '',
    ' ',
    'null',
    'NaN',
    'N/A',
    '-',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    [],
    [5],
    {},
    { amount: null },
    { foo: 1 },
    { amount: {} },
  ])('there is none in %j', (value) => {
    expect(readMoney(value, 'UYU')).toEqual({ minor: null, text: null });
  });

  it('has thousands, and no cents, where the currency has none', () => {
    expect(readMoney('1.290', 'CLP').minor).toBe(1290);
    expect(readMoney('CLP 1,290', 'CLP').minor).toBe(1290);
    expect(readMoney('990.00', 'CLP').minor).toBe(990);
    expect(readMoney({ amount_minor: 1290 }, 'PYG').minor).toBe(1290);
    expect(readMoney('₲ 12.900', 'PYG').minor).toBe(12_900);
  });

  it('cuts a text that would fill the screen', () => {
    expect(readMoney('x'.repeat(1_000_000), 'UYU').text).toHaveLength(40);
  });
});

describe('a quantity', () => {
  it.each<readonly [unknown, number, string | null]>([
    [3, 3, null],
    ['3', 3, null],
    ['1,120', 1.12, null],
    ['1.120', 1.12, null],
    ['1.120,5', 1120.5, null],
    ['1,120 kg', 1.12, 'kg'],
    ['0.5KG', 0.5, 'kg'],
    ['535 g', 535, 'g'],
    ['535 grs.', 535, 'g'],
    ['2 unidades', 2, 'piece'],
    ['x 2', 2, 'piece'],
    [{ value: '1,12', unit: 'kg' }, 1.12, 'kg'],
    [{ amount: 535, unit: 'GRAM' }, 535, 'g'],
    [0.30000000000000004, 0.3, null],
    [0, 0, null],
  ])('is read from %j', (value, count, unit) => {
    expect(readQuantity(value)).toEqual({ count, unit, text: null });
  });

  it.each([-1, '-1', '1 kg 200', 'un kilo', '2 lb', 1e300, '1e3', '99999999', { value: 2, unit: 'lb' }])(
    'that cannot be read for sure stays text: %j',
    (value) => {
      expect(readQuantity(value)).toMatchObject({ count: null, text: expect.any(String) as string });
    },
  );

  it.each([null, undefined, '', 'null', Number.NaN, true, [], {}])('there is none in %j', (value) => {
    expect(readQuantity(value)).toEqual({ count: null, unit: null, text: null });
  });
});

it('reads anything without failing, to whole cents and countable amounts or a short text', () => {
  const anything = fc.oneof(fc.jsonValue(), fc.anything(), fc.string(), fc.double(), fc.bigInt().map(String));
  fc.assert(
    fc.property(anything, fc.constantFrom('UYU', 'CLP'), (value, currency) => {
      const { minor, text } = readMoney(value, currency);
      expect(minor === null || Number.isSafeInteger(minor)).toBe(true);
      expect((text ?? '').length).toBeLessThanOrEqual(40);
      const { count, text: said } = readQuantity(value);
      expect(count === null || (count >= 0 && count <= 1_000_000)).toBe(true);
      expect((said ?? '').length).toBeLessThanOrEqual(64);
    }),
    { numRuns: 2000 },
  );
});
