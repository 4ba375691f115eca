import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountText, minutesText, separatorOf, toCsv } from '../../../../src/main/core/support/csv.ts';

/** Reads a file as spreadsheets do: quoted cells, doubled quotes, line breaks inside quotes. */
function readCsv(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted && sign === '"' && text.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === separator || sign === '\r')) {
      row.push(cell);
      cell = '';
      if (sign === '\r') {
        rows.push(row);
        row = [];
        at += 1;
      }
    } else cell += sign;
  }
  return rows;
}

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '\u200B=1',
  '\u0000=1',
  '＝1',
];

test.each(HOSTILE)('%j does not begin a formula', (text) => {
  expect(readCsv(toCsv([[text]], ';'), ';')).toEqual([[`'${text}`]]);
});

test('any table comes back as it was, but for the apostrophe', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...HOSTILE, 'a"b', 'a;b,c', 'a\r\nb', '', "'a", "'=1"),
  );
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(table, fc.constantFrom(';' as const, ',' as const), (rows, separator) => {
      const text = toCsv(rows, separator);
      expect(text.startsWith('\uFEFF')).toBe(true);
      const read = readCsv(text, separator);
      for (const cells of read) for (const each of cells) expect(each).not.toMatch(/^\s*[=+\-@\t\r]/);
      // An apostrophe may have been put before a cell; none that it had is lost.
      const was = rows.map((cells, row) =>
        cells.map((each, column) => (read[row]?.[column] === `'${each}` ? `'${each}` : each)),
      );
      expect(read).toEqual(was);
    }),
  );
});

test('cells are separated, and numbers written, as spreadsheets of the country read them', () => {
  expect([separatorOf('es-UY'), separatorOf('es-AR'), separatorOf('es-PE'), separatorOf('en')]).toEqual([
    ';',
    ';',
    ',',
    ',',
  ]);
  expect([minutesText(90_000, 'es-UY'), minutesText(90_000, 'en'), minutesText(null, 'en')]).toEqual([
    '1,5',
    '1.5',
    '',
  ]);
  expect([amountText(129_050, 2, 'es-UY'), amountText(5_990, 0, 'es-CL'), amountText(null, 2, 'en')]).toEqual(
    ['1290,50', '5990', ''],
  );
});
