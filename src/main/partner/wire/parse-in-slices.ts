import { setImmediate as breathe } from 'node:timers/promises';
import { parseExactJson } from '../../../shared/parse-json.ts';

/** A shorter text is parsed at once, in a few milliseconds. */
const WORTH_CHARS = 512 * 1024;
const SLICE_CHARS = 128 * 1024;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const [OPEN_LIST, CLOSE_LIST] = [0x5b, 0x5d];
const [OPEN_OBJECT, CLOSE_OBJECT] = [0x7b, 0x7d];

/**
 * Returns the value that a JSON text describes, as `parseExactJson` does, but lets other work pass while it reads a long
 * one: a list of some hundred thousand orders would hold everything up for seconds. Rejects with a `SyntaxError` when it is
 * no JSON.
 */
export async function parseInSlices(text: string): Promise<unknown> {
  if (text.length < WORTH_CHARS) return parseExactJson(text);
  const start = skipBlanks(text, 0);
  if (text.charCodeAt(start) === OPEN_LIST) return endOf(text, await parseList(text, start));
  if (text.charCodeAt(start) === OPEN_OBJECT) return endOf(text, await parseObject(text, start));
  return parseExactJson(text);
}

type Parsed = { readonly value: unknown; readonly end: number };

function endOf(text: string, { value, end }: Parsed): unknown {
  if (skipBlanks(text, end) < text.length) throw new SyntaxError(`Unexpected text at ${String(end)}`);
  return value;
}

/** The members of the outermost object; its lists are read in slices. */
async function parseObject(text: string, start: number): Promise<Parsed> {
  const members: [string, unknown][] = [];
  let at = skipBlanks(text, start + 1);
  if (text.charCodeAt(at) === CLOSE_OBJECT) return { value: {}, end: at + 1 };
  for (;;) {
    const nameEnd = valueEnd(text, at);
    const name: unknown = parseExactJson(text.slice(at, nameEnd));
    const colon = skipBlanks(text, nameEnd);
    if (typeof name !== 'string' || text.charCodeAt(colon) !== COLON) throw unexpected(text, at);
    const from = skipBlanks(text, colon + 1);
    const isList = text.charCodeAt(from) === OPEN_LIST;
    const member = isList ? await parseList(text, from) : parseValue(text, from);
    members.push([name, member.value]);
    at = skipBlanks(text, member.end);
    if (text.charCodeAt(at) === CLOSE_OBJECT) return { value: Object.fromEntries(members), end: at + 1 };
    if (text.charCodeAt(at) !== COMMA) throw unexpected(text, at);
    at = skipBlanks(text, at + 1);
  }
}

async function parseList(text: string, start: number): Promise<Parsed> {
  const value: unknown[] = [];
  let sliceFrom = start + 1;
  let at = skipBlanks(text, sliceFrom);
  if (text.charCodeAt(at) === CLOSE_LIST) return { value, end: at + 1 };
  const take = (to: number): void => {
    const slice: unknown = parseExactJson(`[${text.slice(sliceFrom, to)}]`);
    if (!Array.isArray(slice)) throw unexpected(text, sliceFrom);
    for (const one of slice) value.push(one);
    sliceFrom = to + 1;
  };
  for (;;) {
    at = skipBlanks(text, valueEnd(text, at));
    const code = text.charCodeAt(at);
    if (code !== COMMA && code !== CLOSE_LIST) throw unexpected(text, at);
    if (code === CLOSE_LIST || at - sliceFrom >= SLICE_CHARS) {
      take(at);
      if (code === CLOSE_LIST) return { value, end: at + 1 };
      await breathe();
    }
    at = skipBlanks(text, at + 1);
  }
}

function parseValue(text: string, from: number): Parsed {
  const end = valueEnd(text, from);
  return { value: parseExactJson(text.slice(from, end)), end };
}

/** Returns where the value that begins here ends. Whether it is valid is checked when it is parsed. */
function valueEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = closingQuote(text, at);
    else if (code === OPEN_LIST || code === OPEN_OBJECT) depth += 1;
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
    else if (depth > 0 || (code !== COMMA && code !== COLON)) continue;
    // A comma, a colon or a bracket around it end a number or a word, and are no part of it.
    if (depth < 0 || (depth === 0 && (code === COMMA || code === COLON))) return at;
    if (depth === 0) return at + 1;
  }
  throw unexpected(text, text.length);
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  throw unexpected(text, text.length);
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

function unexpected(text: string, at: number): SyntaxError {
  return new SyntaxError(at >= text.length ? 'Unexpected end' : `Unexpected text at ${String(at)}`);
}
