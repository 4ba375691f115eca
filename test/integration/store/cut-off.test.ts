import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { MIGRATIONS } from '../../../src/main/store/database/migrations.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { finishRestore, stageRestore, writeBackup } from '../../../src/main/store/profile/profile-backup.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const now = (): string => NOON;
const FIXTURE = path.resolve(import.meta.dirname, '../../fixtures/store/orders-v1.db');
let dir: string;
let remove: () => void;
let file: string;
beforeEach(() => {
  ({ dir, remove } = tempDir());
  file = path.join(dir, 'orders.db');
});
afterEach(() => remove());

/** Does `work` while the so-many-th call of this kind, and each after it, throws. */
function refusing(call: 'renameSync' | 'fsyncSync', from: number, work: () => void): void {
  const { [call]: real } = fs;
  let left = from;
  const refuse = (...args: readonly [never, never]): void => {
    left -= 1;
    if (left < 0) throw new Error('the disk refuses');
    Reflect.apply(real, fs, args);
  };
  Object.assign(fs, { [call]: refuse });
  try {
    work();
  } finally {
    Object.assign(fs, { [call]: real });
  }
}

function names(): readonly string[] {
  return fs.readdirSync(dir).toSorted();
}

/** An orders file with an order that rings and one that was handed over, and damage that is known. */
function damagedShop(): void {
  const { db } = openDatabase({ file, now });
  const store = createOrderStore(db);
  const receive = createIngest({ store, now });
  for (let index = 0; index < 40; index += 1)
    receive([news({ id: `o${String(index)}`, comment: 'x'.repeat(2_000) })], 'webhook');
  store.acknowledge(['o1:ready'], 'Ana', NOON);
  db.close();
  const bytes = fs.readFileSync(file);
  const events = bytes.length - 4 * 4096;
  fs.writeFileSync(file, bytes.fill(0xa5, events, events + 4096));
  fs.writeFileSync(`${file}-check`, '');
}

function opened() {
  const { db, setAside } = openDatabase({ file, now });
  const store = createOrderStore(db);
  const facts = {
    setAside,
    open: store.openAlerts().length,
    by: store.alertsOf('o1').map(({ acknowledgedBy }) => acknowledgedBy),
  };
  db.close();
  return facts;
}

describe('a damaged file whose replacement is cut off', () => {
  test.for([
    ['fsyncSync', 0],
    ['renameSync', 0],
    ['renameSync', 1],
    ['renameSync', 2],
    ['renameSync', 3],
  ] as const)(
    'at %s %i loses no alert and no mark, is set aside once, and the next start says so',
    ([call, from]) => {
      damagedShop();
      refusing(call, from, () => expect(() => openDatabase({ file, now })).toThrow('cannot be opened'));
      const { setAside, ...kept } = opened();
      expect(setAside).toMatchObject({ why: 'damaged' });
      expect(kept).toEqual({ open: 39, by: ['Ana'] });
      expect(names()).toContain(setAside?.name);
      expect(names().filter((name) => /^orders\.damaged-.*\.db$/.test(name))).toHaveLength(1);
      expect(opened()).toMatchObject({ setAside: null, open: 39 });
    },
  );
});

describe('a first start', () => {
  test('beside a log that has lost its file begins with nothing', () => {
    damagedShop();
    fs.writeFileSync(`${file}-wal`, 'a log');
    fs.rmSync(file);
    const { db, setAside } = openDatabase({ file, now });
    expect(createOrderStore(db).listOrders()).toEqual([]);
    db.close();
    expect(setAside).toBeNull();
  });

  test('that was cut off is begun again, and nothing is called damaged', () => {
    fs.writeFileSync(`${file}-new`, 'half of a file');
    fs.writeFileSync(`${file}-new-journal`, 'and its journal');
    const { db, setAside } = openDatabase({ file, now });
    db.close();
    expect(setAside).toBeNull();
    expect(names()).toEqual(['orders.db']);
  });

  test('that the disk refuses leaves no file that would be called damaged', () => {
    refusing('fsyncSync', 0, () => expect(() => openDatabase({ file, now })).toThrow('cannot be opened'));
    expect(names()).not.toContain('orders.db');
    const { db, setAside } = openDatabase({ file, now });
    db.close();
    expect(setAside).toBeNull();
    expect(names()).toEqual(['orders.db']);
  });
});

test.runIf(process.platform !== 'win32').for(['orders.db', '/no/such/disk/orders.db'])(
  'a file that is a link to %s is not missing: none is put in its place',
  (target) => {
    fs.symlinkSync(target, file);
    expect(() => openDatabase({ file, now })).toThrow('cannot be opened');
    expect(fs.readlinkSync(file)).toBe(target);
    expect(names()).toEqual(['orders.db']);
  },
);

describe('the copy before a migration', () => {
  beforeEach(() => fs.copyFileSync(FIXTURE, file));
  const copies = (): readonly string[] => names().filter((name) => name.startsWith('orders.before-'));

  test('is whole or not there', () => {
    refusing('renameSync', 0, () => expect(() => openDatabase({ file, now })).toThrow('cannot be opened'));
    expect(names()).toEqual(['orders.db']);
  });

  test('that was cut off goes at the next start', () => {
    fs.writeFileSync(`${file}-copy`, 'half');
    fs.writeFileSync(`${file}-copy-journal`, 'half');
    openDatabase({ file, now }).db.close();
    expect(copies()).toHaveLength(1);
    expect(names()).toHaveLength(2);
    const copy = path.join(dir, copies()[0] ?? '');
    openDatabase({ file: copy, now, migrations: MIGRATIONS.slice(0, 1) }).db.close();
  });
});

describe('a restore', () => {
  const backup = (): string => path.join(dir, 'copia.db');
  const profileDir = (): string => path.join(dir, 'profile');
  beforeEach(() => {
    const { db } = openDatabase({ file, now });
    writeBackup({ db, settings: DEFAULT_SETTINGS, now }, backup());
    db.close();
    fs.mkdirSync(profileDir());
  });
  const leaveTry = (): void => {
    fs.mkdirSync(path.join(profileDir(), 'restore-aB3xY9'));
    for (const name of ['orders.db', 'orders.db-journal', 'orders.db-new'])
      fs.writeFileSync(path.join(profileDir(), 'restore-aB3xY9', name), 'orders');
  };

  test('that was cut off leaves none of its orders on the disk', () => {
    leaveTry();
    finishRestore({ profileDir: profileDir(), now });
    expect(fs.readdirSync(profileDir())).toEqual([]);
  });

  test('that was laid ready takes away what an earlier try left', () => {
    expect(stageRestore({ profileDir: profileDir(), now }, backup()).ok).toBe(true);
    leaveTry();
    finishRestore({ profileDir: profileDir(), now });
    expect(fs.readdirSync(profileDir()).toSorted()).toEqual(['orders.db', 'settings.json']);
  });

  test.for([
    ['restore.db', 'a folder'],
    ['restore.db', 'an empty file'],
    ['restore-settings.json', 'a folder'],
    ['restore-settings.json', 'an empty file'],
  ] as const)(
    'was never begun by %s that is %s: what is in use stays, and the start goes on',
    ([name, what]) => {
      const inUse = { 'orders.db': 'orders', 'settings.json': '{}' };
      for (const [own, content] of Object.entries(inUse))
        fs.writeFileSync(path.join(profileDir(), own), content);
      if (what === 'a folder') fs.mkdirSync(path.join(profileDir(), name));
      else fs.writeFileSync(path.join(profileDir(), name), '');
      finishRestore({ profileDir: profileDir(), now });
      for (const [own, content] of Object.entries(inUse))
        expect(fs.readFileSync(path.join(profileDir(), own), 'utf8')).toBe(content);
      // Settings that were cut off before their first byte are the app's own.
      const isOwn = name === 'restore-settings.json' && what === 'an empty file';
      const left = isOwn ? [] : [name];
      expect(fs.readdirSync(profileDir()).toSorted()).toEqual([...Object.keys(inUse), ...left].toSorted());
    },
  );

  test.for([0, 1, 2, 3, 4])('that is said to have failed is not done at the next start (sync %i)', (from) => {
    let isOk = false;
    refusing('fsyncSync', from, () => {
      isOk = stageRestore({ profileDir: profileDir(), now }, backup()).ok;
    });
    finishRestore({ profileDir: profileDir(), now });
    expect(fs.readdirSync(profileDir()).includes('orders.db')).toBe(isOk);
    expect(isOk).toBe(from === 4);
  });
});

test.for(['EIO', 'EACCES', 'EPERM'])(
  'a file of which the disk says only %s is not replaced by a new one',
  (code) => {
    const { db } = openDatabase({ file, now });
    createIngest({ store: createOrderStore(db), now })([news({ id: 'o1' })], 'webhook');
    db.close();
    const { lstatSync } = fs;
    // For a moment, as while a scanner of viruses looks at it.
    let isFirst = true;
    Object.assign(fs, {
      lstatSync: (...args: readonly [string]) => {
        if (args[0] === file && isFirst) {
          isFirst = false;
          throw Object.assign(new Error(code), { code });
        }
        return Reflect.apply(lstatSync, fs, args);
      },
    });
    try {
      expect(() => openDatabase({ file, now })).toThrow(code);
    } finally {
      Object.assign(fs, { lstatSync });
    }
    const again = openDatabase({ file, now });
    expect(again.setAside).toBeNull();
    expect(createOrderStore(again.db).openAlerts()).toHaveLength(1);
    again.db.close();
  },
);
