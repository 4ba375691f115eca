import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';

const WRITER = fileURLToPath(import.meta.resolve('./writer-process.ts'));
let folder: ReturnType<typeof tempDir>;
let file: string;

beforeEach(() => {
  folder = tempDir();
  file = path.join(folder.dir, 'orders.db');
});
afterEach(() => folder.remove());

/** Runs the writer to its end, or kills it after so many stored orders; answers the lines that it printed. */
function runWriter(shell: string, killAfter: number): Promise<readonly string[]> {
  const child = spawn('sh', ['-c', `${shell} exec "$0" "$1" "$2"`, process.execPath, WRITER, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line);
    if (lines.length === killAfter) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(lines));
  });
}

function storedIds(): { readonly ids: ReadonlySet<string>; readonly setAside: unknown } {
  const { db, setAside } = openDatabase({ file, now: () => NOON });
  const ids = new Set(
    createOrderStore(db)
      .listOrders()
      .map((row) => row.id),
  );
  db.close();
  return { ids, setAside };
}

test.skipIf(process.platform === 'win32')(
  'every order said to be stored is there after the process was killed',
  async () => {
    const lines = await runWriter('', 150);
    const { ids, setAside } = storedIds();
    expect(setAside).toBeNull();
    expect(lines.length).toBeGreaterThanOrEqual(150);
    for (const line of lines) expect(ids).toContain(line.replace('stored ', ''));
  },
);

test.skipIf(process.platform === 'win32')(
  'on a full disk the order is refused as the fault of the store, and all before it are there',
  async () => {
    // A file may not grow over 1 MiB (512-byte blocks): writing fails as on a full disk.
    const lines = await runWriter('ulimit -f 2048;', Number.POSITIVE_INFINITY);
    expect(lines.at(-1)).toBe('failed store-down');
    const stored = lines.slice(0, -1).map((line) => line.replace('stored ', ''));
    expect(stored.length).toBeGreaterThan(10);
    expect([...storedIds().ids].toSorted()).toEqual(stored.toSorted());
  },
);
