import fs from 'node:fs';
import path from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { finishRestore, stageRestore, writeBackup } from '../../../src/main/store/profile/profile-backup.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { createPaperRun, settle, until } from './rig.ts';

type Run = ReturnType<typeof createPaperRun>;

/** Runs of the app, one after the other on one profile, whose printer takes everything. */
function profile() {
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const file = path.join(dir, 'orders.db');
  const printed: string[] = [];
  let run: Run | null = null;
  onTestFinished(() => run?.end());
  return {
    file,
    printed,
    start: (automatic = true): Run => {
      run?.end();
      run = createPaperRun({
        file,
        paper: { way: 'network', automatic },
        print: (slips, begin) => {
          begin();
          printed.push(JSON.stringify(slips).includes('COPIA') ? 'a copy' : 'a slip');
          return Promise.resolve({ ok: true, isPaperLow: false });
        },
      });
      return run;
    },
    backup: (): void => {
      const { now } = createFixedClock();
      const { db } = openDatabase({ file, now });
      writeBackup({ db, settings: DEFAULT_SETTINGS, now }, path.join(dir, 'copia.db'));
      db.close();
    },
    /** As the app does it: staged while the old file is in use, put in place by the next start. */
    restore: (): void => {
      const { now } = createFixedClock();
      const staged = stageRestore({ profileDir: dir, now }, path.join(dir, 'copia.db'));
      run?.end();
      run = null;
      expect(staged.ok).toBe(true);
      finishRestore({ profileDir: dir, now });
    },
  };
}

test('what was printed after the backup was made is not printed again after it is restored', async () => {
  const shop = profile();
  const first = shop.start();
  first.arrive({ id: 'a', code: '1001' });
  await until('a slip', () => shop.printed.length === 1);
  shop.backup();
  first.arrive({ id: 'b', code: '1002' });
  await until('another', () => shop.printed.length === 2);
  shop.restore();
  const next = shop.start();
  next.arrive({ id: 'a', code: '1001' }, 'catch-up');
  next.arrive({ id: 'b', code: '1002' }, 'catch-up');
  await settle();
  expect(shop.printed).toHaveLength(2);
  expect(next.printing.stateOf('b')).toBe('printed');
  next.arrive({ id: 'c', code: '1003' });
  await until('the next', () => shop.printed.length === 3);
  expect(await next.printing.printOrder('b', 1)).toEqual({ kind: 'printed', isCopy: true });
});

test('what waited for a printer when the backup was made, and was printed since, stays printed', async () => {
  const shop = profile();
  const before = shop.start(false);
  before.arrive({ id: 'a', code: '1001' });
  shop.backup();
  await before.printing.printOrder('a', 1);
  shop.restore();
  const next = shop.start();
  next.arrive({ id: 'a', code: '1001' }, 'catch-up');
  await settle();
  expect(shop.printed).toEqual(['a slip']);
});

test.each([
  ['gone', (file: string) => fs.rmSync(file)],
  ['damaged', (file: string) => fs.writeFileSync(file, 'no database')],
])(
  'when the file in use is %s, what the backup knows as waiting is printed by hand only',
  async (_what, harm) => {
    const shop = profile();
    const before = shop.start(false);
    before.arrive({ id: 'a', code: '1001' });
    shop.backup();
    before.end();
    for (const companion of ['-wal', '-shm']) fs.rmSync(shop.file + companion, { force: true });
    harm(shop.file);
    shop.restore();
    const next = shop.start();
    next.arrive({ id: 'a', code: '1001' }, 'catch-up');
    await settle();
    expect(shop.printed).toEqual([]);
    expect(await next.printing.printOrder('a', 1)).toEqual({ kind: 'printed', isCopy: false });
  },
);
