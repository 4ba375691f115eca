import fs from 'node:fs';

/** The last whole lines of a log, at most `maxBytes` of them; empty when there is no such file. */
export function readLogTail(file: string, maxBytes: number): string {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return '';
  const bytes = Buffer.alloc(Math.min(size, maxBytes));
  const handle = fs.openSync(file, 'r');
  try {
    fs.readSync(handle, bytes, 0, bytes.length, size - bytes.length);
  } finally {
    fs.closeSync(handle);
  }
  const text = bytes.toString('utf8');
  return size > maxBytes ? text.slice(text.indexOf('\n') + 1) : text;
}
