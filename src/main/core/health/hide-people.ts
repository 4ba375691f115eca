/** Kept as they are: order ids, IP addresses and times. All of them have as many digits as a telephone number. */
const UUID = String.raw`\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b`;
const IP_ADDRESS = String.raw`(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)`;
const TIME = String.raw`\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}[:-]\d{2}[:-]\d{2}(?:[.-]\d+)?Z?)?`;
/** Eight to fifteen digits (ITU-T E.164), in groups or not. */
const PHONE = String.raw`(?<![\w.])\+?\(?\d(?:[ ().-]{0,2}\d){7,14}(?!\w)`;
const PHONES = new RegExp(`(${UUID}|${IP_ADDRESS}|${TIME})|${PHONE}`, 'g');
/**
 * The values of these fields of an order, in case a body was logged, also as JSON inside JSON: a value ends at the same
 * kind of quote that it begins with. Source: docs/partner-api.md, "Order".
 */
const PERSONAL =
  'first_name|last_name|phone_number|national_id|tax_id|street|number|apartment|floor|block|building|entrance|intercom|company|zipcode|suburb|formattedAddress|instructions';
const FIELDS = new RegExp(
  String.raw`((?<!\\)(?<depth>\\*)"(?:${PERSONAL})\k<depth>"\s*:\s*\k<depth>").*?(?<!\\)(?=\k<depth>")`,
  'g',
);
const MAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const WORD = /[\p{L}\p{M}]+/gu;
const MIN_NAME_CHARS = 2;

/**
 * Returns a function that removes people from a technical text: personal fields of an order, mail addresses, telephone
 * numbers, and the given `names` (word by word, regardless of capital letters and accents).
 */
export function createPeopleHider(names: Iterable<string>): (text: string) => string {
  const words = new Set<string>();
  for (const name of names) {
    for (const [word] of name.matchAll(WORD)) if (word.length >= MIN_NAME_CHARS) words.add(fold(word));
  }
  return (text) =>
    text
      .replace(FIELDS, '$1<hidden>')
      .replace(MAIL, '<mail>')
      .replace(PHONES, (found, kept: string | undefined) => (kept === undefined ? '<phone>' : found))
      .replace(WORD, (word) => (words.has(fold(word)) ? '<name>' : word));
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
