import { createHash } from 'node:crypto';
import fs from 'node:fs';

const PIECE_BYTES = 1024 * 1024;

/** A file and its hash at the moment when it was proven to be the published one. */
export type ProvenFile = {
  readonly file: string;
  readonly sha512: string | null;
};

/** Returns the file with its hash; null for the hash when it cannot be read. */
export function lookAt(file: string): ProvenFile {
  return { file, sha512: hashOf(file) };
}

/** Returns whether the file is unchanged. Reads it whole, synchronously. */
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
    // It does not exist or cannot be read: nothing is proven.
    return null;
  }
  return hash.digest('hex');
}
