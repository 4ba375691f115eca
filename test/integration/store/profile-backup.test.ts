import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { type Database } from '../../../src/main/store/database/types.ts';
import { MIGRATIONS } from '../../../src/main/store/database/migrations.ts';
import {
  finishRestore,
  readBackup,
  stageRestore,
  writeBackup,
} from '../../../src/main/store/profile/profile-backup.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/shared/settings/settings.ts';
import { createFixedClock, NOON } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';

const { now } = createFixedClock();
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, shop: { ...DEFAULT_SETTINGS.shop, name: 'La Vieja' } };
let root: string;
let remove: () => void;
let newPc: string;
let backup: string;

beforeEach(() => {
  ({ dir: root, remove } = tempDir());
  newPc = path.join(root, 'new');
  backup = path.join(root, 'copia.db');
  const { db } = openDatabase({ file: path.join(root, 'old', 'orders.db'), now });
  note(db, 'mark', 'from the old computer');
  writeBackup({ db, settings: SETTINGS, now }, backup);
  note(db, 'mark', 'later');
  db.close();
  fs.mkdirSync(newPc);
});
afterEach(() => remove());

function note(db: Database, key: string, value: string): void {
  db.transact(() => db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value));
}

function profile(): {
  readonly mark: unknown;
  readonly journal: unknown;
  readonly keys: number;
  readonly shop: unknown;
} {
  const { db } = openDatabase({ file: path.join(newPc, 'orders.db'), now });
  const mark = db.prepare("SELECT value FROM meta WHERE key = 'mark'").get()?.['value'];
  const journal = db.prepare('PRAGMA journal_mode').get()?.['journal_mode'];
  const keys = db.prepare('SELECT key FROM meta').all().length;
  db.close();
  const settings = JSON.parse(fs.readFileSync(path.join(newPc, 'settings.json'), 'utf8')) as Settings;
  return { mark, journal, keys, shop: settings.shop.name };
}

describe('a backup', () => {
  test('is one file that only its owner may read', () => {
    expect(fs.readdirSync(root).toSorted()).toEqual(['copia.db', 'new', 'old']);
    if (process.platform !== 'win32') expect(fs.statSync(backup).mode & 0o777).toBe(0o600);
  });

  test('brings orders and settings to a new computer, as they were', () => {
    expect(stageRestore({ profileDir: newPc, now }, backup)).toEqual({ ok: true, value: NOON });
    finishRestore({ profileDir: newPc, now });
    expect(profile()).toEqual({ mark: 'from the old computer', journal: 'wal', keys: 1, shop: 'La Vieja' });
    expect(fs.readdirSync(newPc).toSorted()).toEqual(['orders.db', 'settings.json']);
  });

  test('keeps what was there before, its log too', () => {
    const { db } = openDatabase({ file: path.join(newPc, 'orders.db'), now });
    note(db, 'mark', 'own');
    fs.writeFileSync(path.join(newPc, 'settings.json'), '{"own":1}');
    expect(stageRestore({ profileDir: newPc, now }, backup).ok).toBe(true);
    // The app was killed before the restart: its log is still there.
    expect(fs.existsSync(path.join(newPc, 'orders.db-wal'))).toBe(true);
    finishRestore({ profileDir: newPc, now });
    expect(profile()).toMatchObject({ mark: 'from the old computer', shop: 'La Vieja' });
    const kept = fs.readdirSync(newPc).filter((name) => name.includes('.before-restore-'));
    expect(kept.toSorted()).toEqual(
      ['.db', '.db-shm', '.db-wal']
        .map((end) => `orders.before-restore-2026-03-02T15-00-00-000Z${end}`)
        .concat(['settings.before-restore-2026-03-02T15-00-00-000Z.json']),
    );
    db.close();
    const old = openDatabase({ file: path.join(newPc, kept.toSorted()[0] ?? ''), now }).db;
    expect(old.prepare("SELECT value FROM meta WHERE key = 'mark'").get()?.['value']).toBe('own');
    old.close();
  });

  test.each([0, 1, 2, 3, 4, 5])(
    'restored with the power failing after %i renames is whole after the next start',
    (count) => {
      const { db } = openDatabase({ file: path.join(newPc, 'orders.db'), now });
      note(db, 'mark', 'own');
      fs.writeFileSync(path.join(newPc, 'settings.json'), '{"own":1}');
      expect(stageRestore({ profileDir: newPc, now }, backup).ok).toBe(true);
      const { renameSync } = fs;
      let left = count;
      fs.renameSync = (from, to) => {
        if (left === 0) throw new Error('power');
        left -= 1;
        renameSync(from, to);
      };
      try {
        expect(() => finishRestore({ profileDir: newPc, now })).toThrow('power');
      } finally {
        fs.renameSync = renameSync;
      }
      finishRestore({ profileDir: newPc, now });
      expect(profile()).toMatchObject({ mark: 'from the old computer', shop: 'La Vieja' });
      db.close();
    },
  );

  test('of an older version is brought up to date on the way', () => {
    fs.copyFileSync(path.join(import.meta.dirname, '../../fixtures/store/orders-v1.db'), backup);
    const { db } = openDatabase({ file: backup, now, migrations: MIGRATIONS.slice(0, 1) });
    note(db, 'backup', JSON.stringify({ madeAt: NOON, settings: { shop: { name: 'Antes' } } }));
    db.close();
    expect(stageRestore({ profileDir: newPc, now }, backup).ok).toBe(true);
    finishRestore({ profileDir: newPc, now });
    expect(profile()).toMatchObject({ shop: 'Antes' });
  });
});

describe('what is no backup is refused, and nothing changes', () => {
  const expectRefused = (spoil: () => void, code: string): void => {
    spoil();
    expect(stageRestore({ profileDir: newPc, now }, backup)).toEqual({ ok: false, error: code });
    finishRestore({ profileDir: newPc, now });
    expect(fs.readdirSync(newPc)).toEqual([]);
  };

  test('a file of something else', () =>
    expectRefused(() => fs.writeFileSync(backup, 'x'.repeat(9_000)), 'damaged'));

  test('an empty one', () => expectRefused(() => fs.writeFileSync(backup, ''), 'damaged'));

  test('one with damaged pages', () =>
    expectRefused(() => {
      const bytes = fs.readFileSync(backup);
      fs.writeFileSync(backup, bytes.fill(0xa5, 4_096, bytes.length - 4_096));
    }, 'damaged'));

  test('one of a newer version', () =>
    expectRefused(() => {
      const { db } = openDatabase({ file: backup, now });
      db.exec('PRAGMA user_version = 999');
      db.close();
    }, 'newer'));

  test('an orders file that was never a backup', () =>
    expectRefused(() => {
      fs.rmSync(backup);
      openDatabase({ file: backup, now }).db.close();
    }, 'not-a-backup'));

  test.each(['no JSON', '{"madeAt":1}'])('one whose note is broken: %s', (value) =>
    expectRefused(() => {
      const { db } = openDatabase({ file: backup, now });
      note(db, 'backup', value);
      db.close();
    }, 'not-a-backup'),
  );

  test('one that is not there', () => expectRefused(() => fs.rmSync(backup), 'disk-failed'));
});

describe('looking at a backup', () => {
  test('tells what it holds, and leaves profile and backup as they are', () => {
    fs.writeFileSync(path.join(newPc, 'settings.json'), '{"own":1}');
    const before = fs.readFileSync(backup);
    expect(readBackup({ profileDir: newPc, now }, backup)).toEqual({
      ok: true,
      value: { madeAt: NOON, settings: SETTINGS, orders: 0 },
    });
    expect(fs.readdirSync(newPc)).toEqual(['settings.json']);
    expect(fs.readFileSync(backup).equals(before)).toBe(true);
  });

  test('in a profile that takes nothing is refused', () => {
    expect(readBackup({ profileDir: path.join(newPc, 'gone'), now }, backup)).toEqual({
      ok: false,
      error: 'disk-failed',
    });
  });
});

test.runIf(process.platform !== 'win32')(
  'what was restored is its owner’s alone, whoever may read the backup',
  () => {
    fs.chmodSync(backup, 0o666);
    expect(stageRestore({ profileDir: newPc, now }, backup).ok).toBe(true);
    fs.chmodSync(path.join(newPc, 'restore.db'), 0o644);
    finishRestore({ profileDir: newPc, now });
    for (const name of ['orders.db', 'settings.json'])
      expect(fs.statSync(path.join(newPc, name)).mode & 0o777).toBe(0o600);
  },
);

test('what is laid ready is on the disk before the rename that decides', () => {
  const done: string[] = [];
  const { fsyncSync, renameSync } = fs;
  fs.fsyncSync = (handle) => {
    done.push('sync');
    fsyncSync(handle);
  };
  fs.renameSync = (from, to) => {
    done.push(`rename ${path.basename(String(to))}`);
    renameSync(from, to);
  };
  try {
    expect(stageRestore({ profileDir: newPc, now }, backup).ok).toBe(true);
  } finally {
    Object.assign(fs, { fsyncSync, renameSync });
  }
  const at = done.indexOf('rename restore.db');
  expect(at).toBeGreaterThan(0);
  expect(done.slice(0, at)).toContain('sync');
  if (process.platform !== 'win32') expect(done.slice(at + 1)).toContain('sync');
});

test('orders of an earlier try never meet the settings of a later one', () => {
  expect(stageRestore({ profileDir: newPc, now }, backup).ok).toBe(true);
  const { renameSync } = fs;
  fs.renameSync = () => {
    throw new Error('power');
  };
  try {
    expect(stageRestore({ profileDir: newPc, now }, backup)).toEqual({ ok: false, error: 'disk-failed' });
  } finally {
    fs.renameSync = renameSync;
  }
  finishRestore({ profileDir: newPc, now });
  expect(fs.readdirSync(newPc)).toEqual([]);
});

test('a try that was cut off leaves nothing behind, and what others put there stays', () => {
  fs.mkdirSync(path.join(newPc, 'restore-aB3xY9'));
  fs.writeFileSync(path.join(newPc, 'restore-aB3xY9/orders.db'), 'half');
  fs.mkdirSync(path.join(newPc, 'restore-photos'));
  fs.writeFileSync(path.join(newPc, 'restore-photos/1.jpg'), 'mine');
  finishRestore({ profileDir: newPc, now });
  expect(fs.readdirSync(newPc)).toEqual(['restore-photos']);
});
