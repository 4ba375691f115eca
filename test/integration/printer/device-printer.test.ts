import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDevicePrinter } from '../../../src/main/printer/device-printer.ts';
import { tempDir } from '../../fakes/temp-store.ts';

const FAST = { openMs: 300, sendMs: 500, pauseMs: 10 } as const;

const printToDevice = createDevicePrinter({ limits: FAST });

let folder: ReturnType<typeof tempDir>;
beforeEach(() => {
  folder = tempDir();
});
afterEach(() => folder.remove());

/** A pipe stands for the device: it takes what somebody reads, and no more. */
function pipe(): { readonly file: string; readonly read: () => number } {
  const file = path.join(folder.dir, 'lp0');
  execFileSync('mkfifo', [file]);
  return { file, read: () => fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK) };
}

// Windows has no such pipes.
test.runIf(process.platform !== 'win32')('a device gets all bytes, noted before the first', async () => {
  const { file, read } = pipe();
  const end = read();
  let begun = 0;
  const bytes = Buffer.alloc(20_000, 'a');
  const result = await printToDevice(file, bytes, () => (begun += 1));
  expect([result, begun]).toEqual([{ ok: true, isPaperLow: false }, 1]);
  const got = Buffer.alloc(30_000);
  expect(fs.readSync(end, got, 0, got.length, null)).toBe(bytes.length);
  fs.closeSync(end);
});

test.runIf(process.platform !== 'win32')(
  'a device that takes no more ends the try in time, and nobody knows what was printed',
  async () => {
    const { file, read } = pipe();
    const end = read();
    const beganMs = performance.now();
    const result = await printToDevice(file, Buffer.alloc(1_000_000), () => undefined);
    expect(result).toEqual({ ok: false, why: 'stuck', hasBegun: true });
    expect(performance.now() - beganMs).toBeLessThan(2_000);
    fs.closeSync(end);
  },
);

test('no device there, or none that reads: nothing begins, and no file is made', async () => {
  const begin = (): never => expect.unreachable();
  const gone = path.join(folder.dir, 'lp1');
  expect(await printToDevice(gone, Buffer.from('x'), begin)).toMatchObject({
    why: 'missing',
    hasBegun: false,
  });
  expect(fs.existsSync(gone)).toBe(false);
  if (process.platform === 'win32') return;
  // Nobody has the other end.
  expect(await printToDevice(pipe().file, Buffer.from('x'), begin)).toMatchObject({ why: 'missing' });
});

test('a document is no printer: it stays as it is', async () => {
  const file = path.join(folder.dir, 'orders.db');
  fs.writeFileSync(file, 'precious');
  const result = await printToDevice(file, Buffer.from('x'), () => expect.unreachable());
  expect(result).toEqual({ ok: false, why: 'missing', hasBegun: false });
  expect(fs.readFileSync(file, 'utf8')).toBe('precious');
});

test('a device that never answers takes one call, however often it is tried, and prints when it is back', async () => {
  const end = Promise.withResolvers<null>();
  const file = path.join(folder.dir, 'lp0');
  let opened = 0;
  const print = createDevicePrinter({
    limits: FAST,
    openFile: async () => {
      opened += 1;
      if (opened === 1) await end.promise;
      throw Object.assign(new Error('no device'), { code: 'ENODEV' });
    },
  });
  const begin = (): never => expect.unreachable();
  for (let tries = 0; tries < 6; tries += 1)
    expect(await print(file, Buffer.from('x'), begin)).toEqual({ ok: false, why: 'stuck', hasBegun: false });
  expect(opened).toBe(1);
  end.resolve(null);
  await expect.poll(() => print(file, Buffer.from('x'), begin)).toMatchObject({ why: 'missing' });
  expect(opened).toBe(2);
});
