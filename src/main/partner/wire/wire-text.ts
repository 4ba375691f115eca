/** Longest text that is kept where no reader says less. */
export const MAX_TEXT_CHARS = 200;

/** Characters that nobody sees, or that make the others stand elsewhere: control, direction, zero width, half a pair. */
const INVISIBLE = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\uFFFC]`;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'gu');
// Pictures of several characters are held together by invisible ones; line breaks are dealt with apart.
const PICTURE = String.raw`\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?`;
const HOLDS_PICTURE = String.raw`(?<=${PICTURE})(?:\uFE0F|\u200D(?=\p{Extended_Pictographic}))|(?<=[0-9#*])\uFE0F`;
const UNWANTED = new RegExp(`(?!${HOLDS_PICTURE}|[\\n\\t])${INVISIBLE}`, 'gu');
// Marks stacked on one letter reach over the rows above and below.
const STACKED = /(\p{M}{3})\p{M}+/gu;
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029\v\f]/g;
// Nearly every text; knowing it at a glance halves the cost of reading one.
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

/**
 * Text as people see it, or a number as text, at most `maxChars` long: without characters that cannot be seen or that
 * move others about. Blank, absent or of another type: null. Never throws.
 */
export function readText(value: unknown, maxChars = MAX_TEXT_CHARS): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== 'string') return null;
  if (value.length <= maxChars && PLAIN.test(value)) return value;
  // Cleaning looks at every character: of what is far too long only the beginning.
  const begin = value.length > maxChars * 4 ? value.slice(0, maxChars * 4) : value;
  const clean = begin.replace(LINE_BREAK, '\n').replace(UNWANTED, '').replace(STACKED, '$1').trim();
  return clean === '' ? null : cut(clean, maxChars);
}

/** The same in one line. */
export function readLine(value: unknown, maxChars = MAX_TEXT_CHARS): string | null {
  return readText(value, maxChars)?.replace(/\s+/gu, ' ') ?? null;
}

/** A text in one line, without any invisible character: fit for a code or a title. */
export function toOneLine(text: string, maxChars: number): string {
  return cut(text.replace(/\s+/gu, ' ').replace(ALL_INVISIBLE, '').trim(), maxChars);
}

/** The beginning of a text that is too long, with an ellipsis. */
export function cut(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  // Half a character at the cut is no valid text.
  return `${text.slice(0, maxChars - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const LABELS = [
  'text',
  'value',
  'name',
  'label',
  'title',
  'description',
  'default',
  'es',
  'en',
  'code',
  'reason',
];

/** Text, also when it stands in an object: `{"es": "Pan"}`, `{"code": "X", "name": "Y"}`, or first in an array. */
export function readLabel(value: unknown, maxChars = MAX_TEXT_CHARS, depth = 0): string | null {
  const text = readText(value, maxChars);
  if (text !== null || typeof value !== 'object' || value === null || depth > 2) return text;
  if (Array.isArray(value)) return readLabel(value[0], maxChars, depth + 1);
  if (!isObject(value)) return null;
  const name = [...LABELS, ...Object.keys(value).filter((key) => /^(es|en)[-_]/i.test(key))].find(
    (known) => Object.hasOwn(value, known) && readLabel(value[known], maxChars, depth + 1) !== null,
  );
  return name === undefined ? null : readLabel(value[name], maxChars, depth + 1);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
