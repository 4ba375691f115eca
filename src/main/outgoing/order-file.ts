import { createHash } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { createSerialQueue } from '../core/support/scheduling.ts';
import type { SendOutcome } from '../core/outbox/types.ts';
import { startDeadline } from '../timing.ts';
import type { OutgoingTrouble } from '../../shared/settings/outgoing.ts';

/** What the platform sends as the id of an order. Any other text becomes a number that says nothing. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TROUBLES: Readonly<Partial<Record<string, OutgoingTrouble>>> = {
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  EACCES: 'folder-denied',
  EPERM: 'folder-denied',
  EROFS: 'folder-denied',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};

/** Returns the name of an order's file: letters of the alphabet, digits and hyphens, whatever the order's id is. */
export function orderFileName(orderId: string): string {
  const id = orderId.toLowerCase();
  if (UUID.test(id)) return `pedido-${id}.json`;
  return `pedido-x${createHash('sha256').update(orderId).digest('hex').slice(0, 32)}.json`;
}

/**
 * Puts the newest state of an order into its file in the folder: written beside it and renamed, so that a reader sees the
 * old one or the new one, whole. The folder itself is never made.
 */
export async function writeOrderFile(folder: string, orderId: string, body: string): Promise<SendOutcome> {
  const name = orderFileName(orderId);
  // One name for each order: what a run that was cut off left goes when the order is written again.
  const beside = path.join(folder, `.${name}.part`);
  try {
    if (!(await stat(folder)).isDirectory()) return failed('folder-missing');
    await rm(beside, { force: true });
    // Never through a link that others laid there.
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(`${body}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path.join(folder, name));
    return { kind: 'sent' };
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return failed(troubleOf(error));
  }
}

/** Longer than a disk takes that wakes up. */
const LIMIT_MS = 15_000;

/**
 * Returns how an order's file is written within a time limit. A call to a network disk that is gone may never end, and takes
 * one of the few threads that the whole app has for files and names: until it ends no other is begun.
 */
export function createOrderFiles({
  limitMs = LIMIT_MS,
  write = writeOrderFile,
}: {
  readonly limitMs?: number;
  readonly write?: typeof writeOrderFile;
} = {}): typeof writeOrderFile {
  const queue = createSerialQueue();
  return async (folder, orderId, body) => {
    const limit = startDeadline(limitMs);
    try {
      const turn = queue.run(async () => (limit.isOver() ? null : write(folder, orderId, body)));
      return (await Promise.race([turn, limit.over])) ?? failed('timeout');
    } finally {
      limit.end();
    }
  };
}

function troubleOf(error: unknown): OutgoingTrouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return TROUBLES[code] ?? 'unknown';
}

function failed(trouble: OutgoingTrouble): SendOutcome {
  return { kind: 'failed', trouble, status: null, isFinal: false, retryAfterMs: null };
}
