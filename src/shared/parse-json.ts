/** Digits that a JavaScript number may not hold. */
const MANY_DIGITS = /\d{16}/;
const WHOLE_OR_DECIMAL = /^-?\d+(?:\.\d+)?$/;

/**
 * Returns the value that a JSON text describes. A number beyond what JavaScript counts exactly comes as its own digits:
 * an id of 19 digits must not end in zeros that nobody wrote. Throws a `SyntaxError` when it is no JSON.
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
