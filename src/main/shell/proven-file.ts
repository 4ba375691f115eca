import { createHash } from 'node:crypto';
import fs from 'node:fs';

const PIECE_BYTES = 1024 * 1024;

/** A file as it was when it had just been proven to be what was published. */
export type ProvenFile = {
  readonly file: string;
  readonly sha512: string | null;
};

export function lookAt(file: string): ProvenFile {
  return { file, sha512: hashOf(file) };
}

/** Returns whether the file still is what it was. Reads it whole and at once. */
export function isUnchanged({ file, sha512 }: ProvenFile): boolean {
  return sha512 !== null && hashOf(file) === sha512;
}

function hashOf(file: string): string | null {
  const hash = createHash('sha512');
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  try {
    const opened = fs.openSync(file, 'r');
    try {
      for (let read = fs.readSync(opened, piece); read > 0; read = fs.readSync(opened, piece)) {
        hash.update(piece.subarray(0, read));
      }
    } finally {
      fs.closeSync(opened);
    }
  } catch {
    // Gone, or not for us: nothing is proven of it.
    return null;
  }
  return hash.digest('hex');
}
