import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInSlices } from '../../../src/main/partner/wire/parse-in-slices.ts';
import { parseExactJson } from '../../../src/shared/parse-json.ts';

/** Long enough to be read in slices. */
const PADDING = `"${'x'.repeat(600_000)}"`;

test('reads what the usual reader reads, whatever stands in it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.json({ maxDepth: 4 })),
      fc.json(),
      fc.constantFrom('', ' ', '\n\t'),
      async (list, one, gap) => {
        const text = `${gap}{${gap}"orders"${gap}:${gap}[${list.join(`${gap},${gap}`)}]${gap},"more":${one},"padding":${PADDING}${gap}}${gap}`;
        expect(await parseInSlices(text)).toEqual(parseExactJson(text));
      },
    ),
    { numRuns: 60 },
  );
});

test('reads a list that stands alone, many slices of it, and numbers of many digits', async () => {
  const text = JSON.stringify(
    Array.from({ length: 40_000 }, (_, index) => ({ order_id: `o "${String(index)}\\`, n: [index, {}] })),
  ).replace('"n":[7,{}]', '"n":[1234567890123456789,{}]');
  expect(await parseInSlices(text)).toEqual(parseExactJson(text));
});

test('the name __proto__ is a name like any other', async () => {
  const text = `{"__proto__":{"x":1},"padding":${PADDING}}`;
  const value = await parseInSlices(text);
  expect(JSON.stringify(value)).toBe(text);
  expect(value).not.toHaveProperty('x');
});

test.each([
  '{"orders":[',
  '{"orders":[1,]}',
  '{"orders":[,1]}',
  '{"orders":[1 2]}',
  '{"orders":[{}}',
  '{"orders":[]]}',
  '{"orders" []}',
  '{orders:[]}',
  '{"orders":[1],}',
  '{"a":1}{"b":2}',
  '{"a":"never closed}',
  '[1,2',
  '[1}',
  '{"a":}',
  '{1:2}',
  'null null',
  '<html></html>',
])('rejects what is no JSON, as the usual reader does: %s', async (text) => {
  const long = text.replace('"orders":', `"padding":${PADDING},"orders":`) + ' '.repeat(600_000);
  expect(() => parseExactJson(long)).toThrow(SyntaxError);
  await expect(parseInSlices(long)).rejects.toThrow(SyntaxError);
});
