import { isUtf8 } from 'node:buffer';
import { parseExactJson } from '../../shared/parse-json.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';

/** Why bytes are not accepted as JSON. Contains nothing of the body. */
export type JsonProblem = 'not-utf8' | 'nested-too-deeply' | 'not-json';

/** Reads strict UTF-8 JSON (RFC 8259) at most `maxDepth` arrays and objects deep; never throws. */
export function parseJson(bytes: Buffer, maxDepth: number): Result<unknown, JsonProblem> {
  if (!isUtf8(bytes)) return err('not-utf8');
  // A byte order mark may be passed over (RFC 8259, section 8.1).
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  // Looked at before parsing: what reads or writes the value later is recursive and would run out of stack.
  if (mayBeDeeperThan(text, maxDepth) && isDeeperThan(bytes, maxDepth)) return err('nested-too-deeply');
  try {
    return ok(parseExactJson(text));
  } catch {
    return err('not-json');
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
// '[' and '{' differ in this one bit, and so do ']' and '}'.
const LETTER_CASE = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

// Hardly any order opens so many arrays and objects at all: searching for each takes a tenth of looking at every byte.
function mayBeDeeperThan(text: string, maxDepth: number): boolean {
  let opened = 0;
  for (const bracket of ['[', '{']) {
    for (let at = text.indexOf(bracket); at >= 0 && opened <= maxDepth; at = text.indexOf(bracket, at + 1)) {
      opened += 1;
    }
  }
  return opened > maxDepth;
}

// Works on bytes: every byte of a letter outside ASCII is above all that JSON is built with.
function isDeeperThan(bytes: Buffer, maxDepth: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (inString) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if ((byte | LETTER_CASE) === OPENING) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if ((byte | LETTER_CASE) === CLOSING) depth -= 1;
  }
  return false;
}
