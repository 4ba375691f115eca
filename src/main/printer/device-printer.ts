import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { own } from '../../shared/own.ts';
import type { PrintTrouble } from '../../shared/settings/paper.ts';
import type { PrintResult } from '../core/paper/types.ts';
import { within } from '../timing.ts';

const LIMITS = { openMs: 5_000, sendMs: 20_000, pauseMs: 100 } as const;
const CHUNK = 4_096;

type Limits = Readonly<Record<keyof typeof LIMITS, number>>;
type PrintToDevice = (device: string, bytes: Uint8Array, begin: () => void) => Promise<PrintResult>;

/**
 * Returns what writes bytes to a printer that the system shows as a file: a device, or a shared printer of Windows. Never makes
 * a file, and never writes into a document. `begin` is called before the first byte; what it throws is passed on. A call
 * that hangs takes one of the few threads that the whole app has for files and names: until it ends no other is begun.
 */
export function createDevicePrinter({
  limits = LIMITS,
  openFile = open,
}: { readonly limits?: Limits; readonly openFile?: typeof open } = {}): PrintToDevice {
  let underWay = 0;
  const timed = <T>(ms: number, call: Promise<T>): Promise<T | null> => {
    underWay += 1;
    const ended = call.finally(() => {
      underWay -= 1;
    });
    // Nobody may wait for it any more when it fails.
    ended.catch(() => undefined);
    return within(ms, ended);
  };
  return async (device, bytes, begin) => {
    if (device === '') return failed('missing');
    if (underWay > 0) return failed('stuck');
    // On Windows the flag does not exist there and a share is opened as it is.
    const flags = constants.O_WRONLY | (constants.O_NONBLOCK ?? 0);
    const opening = openFile(device, flags).then(
      (file) => ({ file }),
      (error: unknown) => ({ error }),
    );
    const opened = await timed(limits.openMs, opening);
    if (opened === null) {
      void opening.then((late) => ('file' in late ? late.file.close() : undefined));
      return failed('stuck');
    }
    if (!('file' in opened)) return failed(whyNot(opened.error));
    const { file } = opened;
    try {
      if ((await file.stat()).isFile() && !device.startsWith('\\\\')) return failed('missing');
      begin();
      return await writeAll(file, bytes, { limits, timed });
    } finally {
      // A device that hangs also hangs at its end.
      await timed(limits.openMs, file.close()).catch(() => undefined);
    }
  };
}

async function writeAll(
  file: FileHandle,
  bytes: Uint8Array,
  {
    limits,
    timed,
  }: {
    readonly limits: Limits;
    readonly timed: <T>(ms: number, call: Promise<T>) => Promise<T | null>;
  },
): Promise<PrintResult> {
  const until = performance.now() + limits.sendMs;
  let sent = 0;
  while (sent < bytes.length) {
    if (performance.now() > until) return { ok: false, why: 'stuck', hasBegun: sent > 0 };
    try {
      const write = file.write(bytes, sent, Math.min(CHUNK, bytes.length - sent));
      const written = await timed(Math.max(1, until - performance.now()), write);
      // A write that hangs may still be done: nobody knows.
      if (written === null) return { ok: false, why: 'stuck', hasBegun: true };
      sent += written.bytesWritten;
    } catch (error) {
      // Its memory is full: it prints, or it waits for paper.
      if (codeOf(error) !== 'EAGAIN') return { ok: false, why: whyNot(error), hasBegun: sent > 0 };
      await sleep(limits.pauseMs);
    }
  }
  return { ok: true, isPaperLow: false };
}

const WHY: Readonly<Record<string, PrintTrouble>> = {
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  ENOSPC: 'no-paper',
  EBUSY: 'stuck',
  EIO: 'offline',
  ENODEV: 'missing',
  ENOENT: 'missing',
  ENXIO: 'missing',
};

function whyNot(error: unknown): PrintTrouble {
  return own(WHY, codeOf(error)) ?? 'failed';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function failed(why: PrintTrouble): PrintResult {
  return { ok: false, why, hasBegun: false };
}
