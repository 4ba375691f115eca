import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const CHUNK = Buffer.alloc(4096);
const POLL_MS = 20;

/** A disk of its own that a test can fill. */
export type SmallDisk = {
  /** Fills the last free block, and again when others remove something. */
  readonly fill: () => void;
  /** Gives back everything that `fill` took. */
  readonly free: () => void;
  readonly unmount: () => void;
};

/** Mounts a disk of so many bytes, kept in memory, at this folder. Needs root. */
export function mountSmallDisk(folder: string, bytes: number): SmallDisk {
  fs.mkdirSync(folder, { recursive: true });
  run('mount', ['-t', 'tmpfs', '-o', `size=${String(bytes)},mode=700`, 'tmpfs', folder]);
  const ballast = path.join(folder, 'ballast');
  let filler: NodeJS.Timeout | null = null;
  const take = (): void => {
    const handle = fs.openSync(ballast, 'a');
    try {
      for (;;) fs.writeSync(handle, CHUNK);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    } finally {
      fs.closeSync(handle);
    }
  };
  const stopFiller = (): void => {
    if (filler !== null) clearInterval(filler);
    filler = null;
  };
  return {
    fill: () => {
      take();
      filler ??= setInterval(take, POLL_MS);
    },
    free: () => {
      stopFiller();
      fs.rmSync(ballast, { force: true });
    },
    unmount: () => {
      stopFiller();
      run('umount', ['-l', folder]);
    },
  };
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  const why = error?.message ?? stderr.trim();
  throw new Error(`This test needs a small disk of its own, which only root may mount: ${why}`);
}
