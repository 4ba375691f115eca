import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSlips, type SlipFacts } from '../../../../src/main/core/paper/slip.ts';
import { toEscPos } from '../../../../src/main/printer/escpos.ts';
import { toSlipPage } from '../../../../src/main/printer/slip-page.ts';
import type { Order } from '../../../../src/shared/orders/order.ts';
import {
  DEFAULT_PAPER_SETTINGS,
  PAPER_WIDTHS,
  type PaperSettings,
} from '../../../../src/shared/settings/paper.ts';
import { DEFAULT_SETTINGS } from '../../../../src/shared/settings/settings.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { news } from '../../../fixtures/news.ts';
import { columnsOf, decodeEscPos, wordsOf } from '../../../services/escpos-decoder.ts';

const COLUMNS = { 58: 32, 80: 42 } as const;
const ASK = { kind: 'ready', readyAt: '2026-03-02T14:50:00.000Z', isCopy: false, bags: 1 } as const;

function facts(paper: Partial<PaperSettings> = {}): SlipFacts {
  return {
    settings: { ...DEFAULT_SETTINGS, paper: { ...DEFAULT_PAPER_SETTINGS, ...paper } },
    texts: textsFor('es'),
    clock: () => '11:50',
  };
}
function slipOf(change: Partial<Order>, paper: Partial<PaperSettings> = {}) {
  const [slip] = toSlips({ ...news().order, ...change }, ASK, facts(paper));
  if (slip === undefined) throw new Error('No slip');
  return slip;
}
const person = (firstName: string | null, name: PaperSettings['name']) =>
  slipOf({ customer: { firstName, maskedPhone: '***1234' } }, { name }).name;

test.each([
  ['María José Pérez', 'first-name', 'María'],
  ['María José Pérez', 'initial', 'M.'],
  ['  ñata ', 'initial', 'Ñ.'],
  ['@luis', 'first-name', 'luis'],
  ['099123456', 'first-name', null],
  ['😀', 'initial', null],
  ['', 'initial', null],
  [null, 'first-name', null],
  ['María', 'none', null],
] as const)('of %j with %s stands %j on the slip: never a last name', (firstName, name, shown) => {
  expect(person(firstName, name)).toBe(shown);
});

test.each([
  ['Llamar al 099 123 456', 'Llamar al ***'],
  ['+598 99 123-456', '***'],
  ['Escribir a ana.p@example.com.uy', 'Escribir a ***'],
  ['Apto 1204, 2 panes', 'Apto 1204, 2 panes'],
  ['línea\nuno\u001b@dos', 'línea uno @dos'],
])('the comment %j is printed as %j', (comment, shown) => {
  expect(slipOf({ comment }).comment).toBe(shown);
});

test.each([
  ['4821', 'code128'],
  ['AB-12', 'code128'],
  ['ABCDEFGHIJ0123456789', 'qr'],
  ['ñ12', 'qr'],
  ['807c225f-ac6d-445d-a074-ea960c892ca7', 'qr'],
])('the code %s is printed as %s and says the code itself, for the counter to read', (code, type) => {
  expect(slipOf({ code }).symbol).toEqual({ type, text: code });
});

test('nothing to collect prints no amount; a cancelled bag has neither amount nor lines', () => {
  expect(slipOf({}).collect).toBeNull();
  const totals = { ...news().order.totals, collectAtPickupMinor: 45_000 };
  expect(slipOf({ totals }).collect).toBe('COBRAR $ 450,00');
  const written = (collectAtPickup: string): string | null =>
    slipOf({ totals: { ...news().order.totals, texts: { collectAtPickup } } }).collect;
  expect([written('1.290'), written('false')]).toEqual(['COBRAR 1.290', null]);
  const [cancelled] = toSlips(
    { ...news().order, totals, status: 'CANCELLED' },
    { ...ASK, kind: 'cancelled' },
    facts(),
  );
  expect(cancelled).toMatchObject({ collect: null, lines: [], banners: ['CANCELADO', 'NO ENTREGAR'] });
});

test('a list of 300 lines ends, and says how many are missing', () => {
  const [line] = news().order.lines;
  if (line === undefined) throw new Error('No line');
  const slip = slipOf({
    lines: Array.from({ length: 300 }, (_, id) => ({ ...line, id: String(id) })),
    moreLines: 5,
  });
  expect(slip.lines).toHaveLength(80);
  expect(slip.more).toBe('y 225 productos más');
});

test('no letter of the first 65,536 is sent as a command', () => {
  for (let from = 0; from < 65_536; from += 64) {
    const name = Array.from({ length: 64 }, (_, index) => String.fromCharCode(from + index)).join(' ');
    const [line] = news().order.lines;
    if (line === undefined) throw new Error('There is no line');
    // The decoder throws on every command that a slip does not use.
    expect(() => decodeEscPos(toEscPos([slipOf({ lines: [{ ...line, name }] })]))).not.toThrow();
  }
});

test('whatever an order says, no byte of it is a command to the printer, and no row runs over the edge', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '\u001b@\u001d\u0056\u0000',
      '\u0010\u0004\u0001',
      '<script>alert(1)</script>',
      '漢字漢字',
      '🍝'.repeat(30),
    ),
  );
  fc.assert(
    fc.property(
      text,
      text,
      text,
      text,
      fc.constantFrom(...PAPER_WIDTHS),
      (code, name, comment, first, width) => {
        const [line] = news().order.lines;
        if (line === undefined) return;
        const slip = slipOf(
          {
            code,
            comment,
            lines: [{ ...line, name, status: 'NOT_FOUND' }],
            customer: { firstName: first, maskedPhone: null },
          },
          { width, name: 'first-name' },
        );
        // The decoder throws on every command that a slip does not use.
        const printed = decodeEscPos(toEscPos([slip]));
        expect(printed).toHaveLength(1);
        expect(printed.map(columnsOf)[0]).toBeLessThanOrEqual(COLUMNS[width]);
        expect(printed.map(wordsOf)[0]?.join('\n')).toContain('-----');
        const page = toSlipPage([slip]);
        expect(page).not.toMatch(/<script|<img|<iframe|javascript:/i);
      },
    ),
    { numRuns: 200 },
  );
});
