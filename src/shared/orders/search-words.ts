const ASCII = /^[\u0020-\u007e]*$/;
const MARKS = /\p{M}+/gu;
/** What is left out of a code. */
export const NOT_CODE = /[^\p{L}\p{N}]+/gu;

/** Returns the text in lower case without accents, so that a search finds any spelling. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return ASCII.test(lower) ? lower : lower.normalize('NFKD').replace(MARKS, '');
}

/**
 * Returns a code in the form used for comparing: lower case, without spaces, hyphens and other punctuation. A code of
 * punctuation only stays as it is.
 */
export function foldCode(text: string): string {
  const folded = fold(text);
  const bare = folded.replace(NOT_CODE, '');
  return bare === '' ? folded.trim() : bare;
}

/** Returns true when one of the lines, each the text of a product, holds every word (folded). No word finds nothing. */
export function holdsProduct(lines: string, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  return lines.split('\n').some((line) => {
    const product = fold(line);
    return words.every((word) => product.includes(word));
  });
}
