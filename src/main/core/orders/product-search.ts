import { fold } from '../../../shared/orders/fold.ts';

/** Returns true when one of the lines, each the text of a product, holds every word (folded). No word finds nothing. */
export function holdsProduct(lines: string, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  return lines.split('\n').some((line) => {
    const product = fold(line);
    return words.every((word) => product.includes(word));
  });
}
