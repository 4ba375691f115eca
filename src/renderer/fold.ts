const ASCII = /^[\u0020-\u007e]*$/;
const MARKS = /\p{M}+/gu;

/** Lower case without accents: what people search is found however they write it. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return ASCII.test(lower) ? lower : lower.normalize('NFKD').replace(MARKS, '');
}
