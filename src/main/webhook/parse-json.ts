import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';

/** Why bytes are not JSON that we would read. Says nothing of what they hold. */
export type JsonProblem = 'not UTF-8' | 'nested too deeply' | 'not JSON';

/** Reads strict UTF-8 JSON (RFC 8259) at most `maxDepth` arrays and objects deep; never throws. */
export function parseJson(bytes: Uint8Array, maxDepth: number): Result<unknown, JsonProblem> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return err('not UTF-8');
  }
  // Looked at before parsing: what reads or writes the value later is recursive and would run out of stack.
  if (isDeeperThan(text, maxDepth)) return err('nested too deeply');
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch {
    return err('not JSON');
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function isDeeperThan(text: string, maxDepth: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    // '[' and '{', ']' and '}' differ in one bit.
    else if ((code | 0x20) === 0x7b) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if ((code | 0x20) === 0x7d) depth -= 1;
  }
  return false;
}
