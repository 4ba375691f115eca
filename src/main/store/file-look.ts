import fs from 'node:fs';

const HEADER_BYTES = 100;

/** Returns true for what cannot be an orders file. An app killed on its first start may leave an empty one. */
export function isWreck(file: string): boolean {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && (stat.isDirectory() || stat.size === 0);
}

/** Shorter than its first page says (sqlite.org/fileformat2.html, "The Database Header"). */
export function isCut(file: string): boolean {
  const size = sizeOf(file);
  if (size < HEADER_BYTES) return size > 0;
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = fs.openSync(file, 'r');
  try {
    fs.readSync(handle, header);
  } finally {
    fs.closeSync(handle);
  }
  const pageSize = header.readUInt16BE(16);
  return size < header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize);
}

/** In bytes; 0 when there is no such file. */
export function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
