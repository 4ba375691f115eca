/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Returns a table as a CSV file; each cell is quoted, so that it stays one whatever separates cells in the reader. */
export function toCsv(rows: readonly (readonly string[])[], separator: ';' | ','): string {
  const lines = rows.map((cells) => cells.map(toCell).join(separator));
  return `${BYTE_ORDER_MARK}${lines.map((line) => `${line}\r\n`).join('')}`;
}

/** Returns what separates cells where numbers are written like this: a decimal comma leaves the semicolon. */
export function separatorOf(locale: string): ';' | ',' {
  return decimalOf(locale) === ',' ? ';' : ',';
}

/** Returns a number of minutes as spreadsheets of this locale read it. */
export function minutesText(ms: number | null, locale: string): string {
  return ms === null ? '' : (ms / 60_000).toFixed(1).replace('.', decimalOf(locale));
}

/** Returns integer minor units as spreadsheets of this locale read an amount. */
export function amountText(minor: number | null, digits: number, locale: string): string {
  return minor === null ? '' : (minor / 10 ** digits).toFixed(digits).replace('.', decimalOf(locale));
}

function decimalOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

function toCell(text: string): string {
  return `"${inertCell(text).replaceAll('"', '""')}"`;
}

/** What spreadsheets read as the beginning of a formula, also behind blanks and in its wide form. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Returns the text of a cell as a text: no spreadsheet takes it for a formula. */
export function inertCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
