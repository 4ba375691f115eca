/** What spreadsheets read as the beginning of a formula, also behind blanks and in its wide form. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Returns the text of a cell as a text: no spreadsheet takes it for a formula. */
export function inertCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
