import { stripVTControlCharacters } from 'node:util';

const MAX_LINE_CHARS = 500;

/**
 * Finds addresses in what a service prints, piece by piece. `pattern` may mark the address with a group. The service's own
 * site is passed over.
 */
export function createUrlFinder(pattern: string, serviceHost: string): (text: string) => readonly string[] {
  const wanted = new RegExp(pattern, 'u');
  let rest = '';
  return (text) => {
    const lines = `${rest}${text}`.split(/[\r\n]+/);
    rest = (lines.pop() ?? '').slice(-MAX_LINE_CHARS);
    return lines.flatMap((line) => {
      const found = wanted.exec(stripVTControlCharacters(line).slice(0, MAX_LINE_CHARS));
      const url = toAddress(found?.[1] ?? found?.[0] ?? '');
      return url === null || new URL(url).hostname === serviceHost ? [] : [url];
    });
  };
}

function toAddress(found: string): string | null {
  const text = found.includes('://') ? found : `https://${found}`;
  return found !== '' && URL.canParse(text) ? text.replace(/\/+$/, '') : null;
}
