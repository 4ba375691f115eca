import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { toSlips, toTestSlip, type SlipFacts } from '../../../src/main/core/paper/slip.ts';
import { toEscPos } from '../../../src/main/printer/escpos.ts';
import { toSlipPage } from '../../../src/main/printer/slip-page.ts';
import type { Order, OrderLine } from '../../../src/shared/orders/order.ts';
import {
  DEFAULT_PAPER_SETTINGS,
  PAPER_WIDTHS,
  type PaperSettings,
} from '../../../src/shared/settings/paper.ts';
import { DEFAULT_SETTINGS, type Language } from '../../../src/shared/settings/settings.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { news } from '../../fixtures/news.ts';
import { columnsOf, decodeEscPos, toPicture, wordsOf } from '../../services/escpos-decoder.ts';

/** A folder to look at: the slips as web pages, from both ways of printing. */
const PICTURES = process.env['MOSTRADOR_SLIP_PICTURES'];
const COLUMNS = { 58: 32, 80: 42 } as const;
const AT = '2026-03-02T14:50:00.000Z';

function line(id: string, name: string, change: Partial<OrderLine> = {}): OrderLine {
  const [plain] = news().order.lines;
  if (plain === undefined) throw new Error('The fixture has no line');
  return { ...plain, id, name, ...change };
}
const BUSY: Order = {
  ...news().order,
  customer: { firstName: 'María José Pérez Gómez', maskedPhone: '***1234' },
  comment: 'Sin cebolla, por favor. Tel. 099 123 456, ana@example.com',
  totals: { ...news().order.totals, collectAtPickupMinor: 123_450 },
  lines: [
    line('1', 'Leche entera 1 l'),
    line('2', 'Pan de molde integral con semillas de girasol y chía, 500 g', { status: 'NOT_FOUND' }),
    line('3', 'Coca-Cola 2,25 l', { status: 'REPLACED' }),
    line('4', 'Pepsi 2 l', { status: 'ADDITION', replacesId: '3' }),
    line('5', 'Ñoquis “caseros” 🍝', {
      picked: { unit: 'KG', amount: 1.25, pieces: null, unitPriceMinor: 100, totalMinor: 125 },
    }),
  ],
};

function facts(paper: Partial<PaperSettings>, language: Language = 'es'): SlipFacts {
  return {
    settings: {
      ...DEFAULT_SETTINGS,
      language,
      shop: { ...DEFAULT_SETTINGS.shop, name: 'Almacén Ñandú' },
      paper: { ...DEFAULT_PAPER_SETTINGS, ...paper },
    },
    texts: textsFor(language),
    clock: () => '11:50',
  };
}

test.each(PAPER_WIDTHS)(
  'a slip of %i mm says what is in the bag, and nothing of it runs over the edge',
  (width) => {
    const all = (['es', 'en'] as const).flatMap((language) => [
      ...toSlips(BUSY, { kind: 'ready', readyAt: AT, isCopy: false, bags: 2 }, facts({ width }, language)),
      ...toSlips(
        BUSY,
        { kind: 'ready', readyAt: AT, isCopy: true, bags: 1 },
        facts({ width, symbol: 'qr', name: 'first-name' }, language),
      ),
      ...toSlips(
        { ...BUSY, status: 'CANCELLED' },
        { kind: 'cancelled', readyAt: AT, isCopy: false, bags: 1 },
        facts({ width }, language),
      ),
      toTestSlip(AT, facts({ width }, language)),
    ]);
    const decoded = decodeEscPos(toEscPos(all));
    expect(decoded).toHaveLength(10);
    for (const slip of decoded) {
      expect(slip.isCut).toBe(true);
      expect(columnsOf(slip)).toBeLessThanOrEqual(COLUMNS[width]);
    }
    const [first] = decoded;
    const words = first === undefined ? [] : wordsOf(first);
    expect(words).toMatchSnapshot();
    const everything = decoded.flatMap(wordsOf).join('\n');
    for (const secret of ['José', 'Pérez', 'Gómez', '099', '123 456', 'example.com', '1234*']) {
      expect(everything).not.toContain(secret);
    }
    if (PICTURES === undefined) return;
    fs.mkdirSync(PICTURES, { recursive: true });
    fs.writeFileSync(path.join(PICTURES, `escpos-${String(width)}.html`), toPicture(decoded, COLUMNS[width]));
    fs.writeFileSync(path.join(PICTURES, `system-${String(width)}.html`), toSlipPage(all));
  },
);
