import { stripVTControlCharacters } from 'node:util';
import { createContext, Script } from 'node:vm';

const MAX_LINE_CHARS = 500;
const MAX_LINES = 500;
/** A pattern may come from an imported file, and some never finish: limits the time of each search and the failures. */
const LIMIT_MS = 150;
const MAX_FAILURES = 2;
const SEARCH = new Script('search()');

/**
 * Returns a function that finds addresses in a service's output, chunk by chunk. `pattern` may mark the address with a
 * group. Addresses of the service's own site are ignored. A pattern that takes too long is given up, after which
 * `onGivenUp` is called.
 */
export function createUrlFinder(
  pattern: string,
  serviceHost: string,
  onGivenUp: () => void = () => undefined,
): (text: string) => readonly string[] {
  const wanted = new RegExp(pattern, 'u');
  let lines: readonly string[] = [];
  let found: readonly string[] = [];
  let rest = '';
  let failures = 0;
  const context = createContext({
    search: () => {
      found = lines.map((line) => {
        const [whole = '', marked = whole] = wanted.exec(line) ?? [];
        return marked;
      });
    },
  });
  const search = (): readonly string[] => {
    found = [];
    try {
      SEARCH.runInContext(context, { timeout: LIMIT_MS });
    } catch {
      // The search took too long or too much memory.
      failures += 1;
      if (failures === MAX_FAILURES) onGivenUp();
      return [];
    }
    return found;
  };
  return (text) => {
    if (failures >= MAX_FAILURES) return [];
    const printed = `${rest}${text}`.split(/[\r\n]+/);
    rest = (printed.pop() ?? '').slice(-MAX_LINE_CHARS);
    lines = printed.slice(-MAX_LINES).map((line) => stripVTControlCharacters(line).slice(0, MAX_LINE_CHARS));
    return search().flatMap((address) => {
      const url = toAddress(address);
      return url === null || new URL(url).hostname === serviceHost ? [] : [url];
    });
  };
}

function toAddress(found: string): string | null {
  const text = found.includes('://') ? found : `https://${found}`;
  return found !== '' && URL.canParse(text) ? text.replace(/\/+$/, '') : null;
}
