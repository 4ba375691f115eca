import type { LoginItem } from '../../../shared/computer.ts';
import { own } from '../../../shared/own.ts';

const GROUP = '[Desktop Entry]';

/**
 * Returns the file that makes a Linux desktop start the app at login. Source: Desktop Application Autostart
 * Specification; Desktop Entry Specification, "The Exec key".
 */
export function autostartEntry(entry: {
  readonly name: string;
  /** Program and arguments. */
  readonly command: readonly string[];
}): string {
  const lines = [
    GROUP,
    'Type=Application',
    `Name=${entry.name}`,
    `Exec=${escapeString(entry.command.map(quoteArgument).join(' '))}`,
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
  ];
  return `${lines.join('\n')}\n`;
}

/** Returns whether this file makes the desktop start `command`. */
export function judgeAutostart(
  text: string | null,
  facts: {
    readonly command: readonly string[];
    /** Returns whether a program can be run under this path or, for a name without a slash, from the search path. */
    readonly isProgram: (program: string) => boolean;
    /** Names of the running desktop, as in XDG_CURRENT_DESKTOP. */
    readonly desktops: readonly string[];
  },
): LoginItem {
  if (text === null) return { kind: 'off' };
  const keys = readGroup(text);
  const list = (key: string): readonly string[] =>
    (keys.get(key) ?? '').split(';').filter((name) => name !== '');
  const isHere = (names: readonly string[]): boolean => names.some((name) => facts.desktops.includes(name));
  // With Hidden=true a file counts as deleted.
  if (keys.get('Hidden') === 'true') return { kind: 'off' };
  const onlyIn = list('OnlyShowIn');
  if (
    keys.get('X-GNOME-Autostart-enabled') === 'false' ||
    keys.get('Type') !== 'Application' ||
    (onlyIn.length > 0 && !isHere(onlyIn)) ||
    isHere(list('NotShowIn'))
  ) {
    return { kind: 'blocked', why: 'switched-off' };
  }
  const entered = parseExec(unescapeString(keys.get('Exec') ?? ''));
  const program = entered[0];
  const tryExec = keys.get('TryExec');
  const isMissing = program === undefined || !facts.isProgram(program);
  if (isMissing || (tryExec !== undefined && !facts.isProgram(unescapeString(tryExec)))) {
    return { kind: 'blocked', why: 'program-missing' };
  }
  const isOurs =
    entered.length === facts.command.length && entered.every((word, at) => word === facts.command[at]);
  return isOurs ? { kind: 'on' } : { kind: 'blocked', why: 'other-program' };
}

/** Quotes an argument with reserved characters; four are escaped within quotes. `%` starts a field code and is doubled. */
function quoteArgument(argument: string): string {
  const doubled = argument.replaceAll('%', '%%');
  if (/^[\w@%+=:,./-]+$/.test(doubled)) return doubled;
  return `"${doubled.replace(/["`$\\]/g, '\\$&')}"`;
}

/** Returns the words of an Exec line; none when its quotes do not match. */
function parseExec(line: string): readonly string[] {
  const words: string[] = [];
  let rest = line.trim();
  while (rest !== '') {
    const word = /^(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))(?:\s+|$)/s.exec(rest);
    if (word === null) return [];
    const [whole, quoted, plain = ''] = word;
    words.push((quoted?.replace(/\\(.)/gs, '$1') ?? plain).replaceAll('%%', '%'));
    rest = rest.slice(whole.length);
  }
  return words;
}

/** Escapes a string value, once more than its quotes do. Source: Desktop Entry Specification, "Possible value types". */
function escapeString(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
}

function unescapeString(value: string): string {
  const meaning: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r' };
  return value.replace(/\\(.)/g, (_, letter: string) => own(meaning, letter) ?? letter);
}

function readGroup(text: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  let isOurs = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) isOurs = line.trim() === GROUP;
    const pair = /^([\w-]+)\s*=\s*(.*)$/.exec(line);
    if (isOurs && pair?.[1] !== undefined) keys.set(pair[1], pair[2] ?? '');
  }
  return keys;
}

/**
 * Returns an argument as a word of a Windows command line, quoted when it is empty or contains white space or quotes.
 * Source: learn.microsoft.com, "Parsing C command-line arguments".
 */
export function quoteForWindows(word: string): string {
  if (word !== '' && !/[\s"]/.test(word)) return word;
  // Backslashes are literal, except before a quote, where each is doubled.
  return `"${word.replace(/(\\*)"/g, String.raw`$1$1\"`).replace(/\\+$/, '$&$&')}"`;
}
