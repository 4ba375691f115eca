/** A number with this many digits may not fit a JavaScript number. */
const MANY_DIGITS = /\d{16}/;
const WHOLE_OR_DECIMAL = /^-?\d+(?:\.\d+)?$/;

/**
 * Returns the value of a JSON text. A number too large to be exact is returned as a text of its digits, so that an id
 * of 19 digits keeps all of them. Throws a `SyntaxError` when the text is not JSON.
 */
export function parseExactJson(text: string): unknown {
  if (!MANY_DIGITS.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_name, value: unknown, ...more: readonly unknown[]) => {
    if (typeof value !== 'number' || Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
    const [context] = more;
    if (typeof context !== 'object' || context === null || !('source' in context)) return value;
    const { source } = context;
    return typeof source === 'string' && WHOLE_OR_DECIMAL.test(source) ? source : value;
  });
}
