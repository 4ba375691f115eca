export type StoreErrorCode = 'locked' | 'newer-file' | 'cannot-open' | 'damaged';

/** Why the orders file could not be opened. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const BUSY = 5;
const LOCKED = 6;
const CORRUPT = 11;
const FULL = 13;
const NOT_A_DATABASE = 26;
/** SQL that does not fit the tables, a constraint, a type: what stands in the file is at fault. */
const CONTENT_AT_FAULT: ReadonlySet<number> = new Set([1, 19, 20]);
/** No memory, read-only, I/O, full, cannot open: the place is at fault, not what was written. */
const PLACE_AT_FAULT: ReadonlySet<number> = new Set([7, 8, 10, FULL, 14]);

/** Returns the primary result code; null when the error is not SQLite's. */
function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

export function isLockedError(error: unknown): boolean {
  const code = resultCode(error);
  return code === BUSY || code === LOCKED;
}

export function isDamageError(error: unknown): boolean {
  const code = resultCode(error);
  return code === CORRUPT || code === NOT_A_DATABASE;
}

export function isFullError(error: unknown): boolean {
  return resultCode(error) === FULL;
}

export function isContentError(error: unknown): boolean {
  const code = resultCode(error);
  return code !== null && CONTENT_AT_FAULT.has(code);
}

/**
 * Returns true when nothing can be stored at the moment, whichever order it is: the disk, a lock, a damaged or closed
 * file.
 */
export function isStoreDown(error: unknown): boolean {
  if (error instanceof StoreError) return true;
  if (error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE') return true;
  const code = resultCode(error);
  return isLockedError(error) || isDamageError(error) || (code !== null && PLACE_AT_FAULT.has(code));
}
