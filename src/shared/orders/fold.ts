const ASCII = /^[\u0020-\u007e]*$/;
const MARKS = /\p{M}+/gu;

/** Returns the text in lower case without accents, so that a search finds any spelling. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return ASCII.test(lower) ? lower : lower.normalize('NFKD').replace(MARKS, '');
}
