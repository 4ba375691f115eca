import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { Slip, SlipLine } from '../core/paper/slip.ts';
import { printable, wrap } from './text-rows.ts';

/** Fewer than some 80 mm printers have, so that it fits on all of them. */
const COLUMNS = { 58: 32, 80: 42 } as const;
const MAX_SIZE = 8;
const LEAD = 10;
const FEED_BEFORE_CUT = 5;

/**
 * Returns the bytes that print these slips on an ESC/POS printer, each cut off by itself. A letter that the printer has
 * not is written without its accent.
 */
export function toEscPos(slips: readonly Slip[]): Uint8Array {
  return Buffer.concat(slips.map(toBytes));
}

function toBytes(slip: Slip): Uint8Array {
  const columns = COLUMNS[slip.width];
  const paper = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    codepageMapping: 'epson',
    feedBeforeCut: FEED_BEFORE_CUT,
    errors: 'relaxed',
  });
  paper.initialize().codepage('cp858');
  paper.align('center');
  for (const banner of slip.banners) addBig(paper, banner, { columns, isInverse: true });
  const size = sizeFor(slip.code, columns);
  paper.bold(true).size(size, size).line(printable(slip.code)).size(1, 1).bold(false);
  if (slip.name !== null) addBig(paper, slip.name, { columns });
  if (slip.bag !== null) addBig(paper, slip.bag, { columns });
  if (slip.collect !== null) addBig(paper, slip.collect, { columns, isInverse: true });
  addSymbol(paper, slip);
  paper.align('left');
  if (slip.lines.length > 0) addRule(paper, columns);
  for (const line of slip.lines) addLine(paper, line, columns);
  if (slip.more !== null) paper.line(printable(slip.more));
  if (slip.comment !== null) {
    addRule(paper, columns);
    paper.bold(true);
    for (const row of wrap(printable(slip.comment), columns)) paper.line(row);
    paper.bold(false);
  }
  addRule(paper, columns);
  if (slip.kind === 'test') paper.line(`|<${'-'.repeat(columns - 4)}>|`);
  for (const text of slip.foot) for (const row of wrap(printable(text), columns)) paper.line(row);
  return paper.cut('partial').encode();
}

/** Twice as high, and twice as wide where it fits. */
function addBig(
  paper: ReceiptPrinterEncoder,
  text: string,
  { columns, isInverse = false }: { readonly columns: number; readonly isInverse?: boolean },
): void {
  const words = isInverse ? ` ${printable(text)} ` : printable(text);
  const width = words.length * 2 <= columns ? 2 : 1;
  paper.bold(true).invert(isInverse).size(width, 2);
  for (const row of width === 2 ? [words] : wrap(words, columns)) paper.line(row);
  paper.size(1, 1).invert(false).bold(false);
}

/** Dashes and not the library's rule: its sign stands in a code page that some printers lack. */
function addRule(paper: ReceiptPrinterEncoder, columns: number): void {
  paper.line('-'.repeat(columns));
}

function sizeFor(code: string, columns: number): number {
  return Math.max(1, Math.min(MAX_SIZE, Math.floor(columns / Math.max(1, code.length))));
}

function addSymbol(paper: ReceiptPrinterEncoder, { symbol, width }: Slip): void {
  if (symbol === null) return;
  paper.newline();
  // Subset B is announced by hand: the library passes the value on as it is.
  if (symbol.type === 'code128') {
    const isLong = symbol.text.length > 6;
    paper.barcode(`{B${symbol.text}`, 'code128', {
      height: 80,
      width: width === 80 || !isLong ? 3 : 2,
      text: false,
    });
  } else {
    paper.qrcode(symbol.text, { model: 2, size: 8, errorlevel: 'm' });
  }
}

/** Paper of this kind cannot be struck through: what is not in the bag says so in white on black. */
function addLine(paper: ReceiptPrinterEncoder, line: SlipLine, columns: number): void {
  const amount = printable(line.amount);
  const indent = ' '.repeat(LEAD);
  if (line.label !== null) {
    paper.text(line.place === 'instead' ? '  -> ' : '').invert(true);
    paper
      .text(` ${printable(line.label)} `)
      .invert(false)
      .newline();
  }
  const rows = wrap(printable(line.place === 'gone' ? `x ${line.name}` : line.name), columns - LEAD);
  rows.forEach((row, index) => {
    const lead = index === 0 ? `${amount} `.padEnd(LEAD) : indent;
    paper
      .bold(line.place !== 'gone' && index === 0)
      .text(lead)
      .bold(false);
    paper.line(row);
  });
}
