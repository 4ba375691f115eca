import fs from 'node:fs';
import path from 'node:path';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { type Database } from '../../../src/main/store/database/types.ts';
import { MIGRATIONS } from '../../../src/main/store/database/migrations.ts';
import { createStoreUpkeep } from '../../../src/main/store/database/store-upkeep.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { stageRestore, writeBackup } from '../../../src/main/store/profile/profile-backup.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import { news } from '../../fixtures/news.ts';
import type { JobName } from './job-process.ts';
import { BACKUP, KEPT_FROM, NOW, ORDERS } from './profile-files.ts';

/** A piece of work, the profile in which it begins, and which profiles may be left when it is cut off. */
export type Job = {
  readonly name: string;
  readonly job: JobName;
  /** Makes the profile; `folder` is around it. */
  readonly prepare: (profileDir: string, folder: string) => void;
};

const FIXTURE = path.resolve(import.meta.dirname, '../../fixtures/store/orders-v1.db');
const AGO = '2025-11-01T00:00:00.000Z';
const now = (): string => NOW;
const SHOP = DEFAULT_SETTINGS.shop;

export const JOBS: readonly Job[] = [
  { name: 'first start', job: 'open', prepare: () => undefined },
  ...MIGRATIONS.slice(0, -1).map(({ version }): Job => ({
    name: `migration from ${String(version)}`,
    job: 'open',
    prepare: (profileDir) => makeVersion(path.join(profileDir, ORDERS), version),
  })),
  {
    name: 'damaged file',
    job: 'open',
    prepare: (profileDir) => {
      makeShop(profileDir, 'own');
      damage(path.join(profileDir, ORDERS));
    },
  },
  { name: 'purge', job: 'purge', prepare: (profileDir) => makeShop(profileDir, 'own') },
  { name: 'checkpoint', job: 'checkpoint', prepare: (profileDir) => makeHollow(profileDir, 'with a log') },
  { name: 'rewrite', job: 'rewrite', prepare: (profileDir) => makeHollow(profileDir, 'hollow') },
  { name: 'shrink', job: 'shrink', prepare: (profileDir) => makeHollow(profileDir, 'in steps') },
  { name: 'backup', job: 'backup', prepare: (profileDir) => makeShop(profileDir, 'own') },
  { name: 'restore, laid ready', job: 'stage', prepare: makeRestore },
  {
    name: 'restore, put in place',
    job: 'finish',
    prepare: (profileDir, folder) => {
      makeRestore(profileDir, folder);
      stageRestore({ profileDir, now }, path.join(folder, BACKUP));
      leaveLog(path.join(profileDir, ORDERS), 'own-log');
    },
  },
];

function makeVersion(file: string, version: number): void {
  fs.copyFileSync(FIXTURE, file);
  openDatabase({ file, now, migrations: MIGRATIONS.slice(0, version) }).db.close();
  for (const name of fs.readdirSync(path.dirname(file)))
    if (name.includes('.before-')) fs.rmSync(path.join(path.dirname(file), name));
}

/** A shop with orders of today and of long ago; `mark` is its name and stands in its settings and its orders file. */
export function makeShop(profileDir: string, mark: string): void {
  const settings = { ...DEFAULT_SETTINGS, shop: { ...SHOP, name: mark } };
  fs.writeFileSync(path.join(profileDir, 'settings.json'), JSON.stringify(settings));
  const { db } = openDatabase({ file: path.join(profileDir, ORDERS), now });
  fill(db, mark);
  db.close();
}

function fill(db: Database, mark: string): void {
  const store = createOrderStore(db);
  for (const [at, count] of [
    [AGO, 12],
    [NOW, 12],
  ] as const) {
    const receive = createIngest({ store, now: () => at });
    for (let index = 0; index < count; index += 1) {
      const id = `${mark}-${at}-${String(index)}`;
      receive([news({ id, version: at, comment: 'x'.repeat(3_000) })], 'webhook');
      if (at === AGO || index % 2 === 0) store.acknowledge([`${id}:ready`], 'counter', at);
    }
  }
  db.transact(() => {
    db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run('mark', mark);
    db.prepare(
      `INSERT INTO outbox (id, target, lane, code, body, at, due_at) VALUES ('msg_1', 'till-post', 'a', '1', '{}', ?1, ?1)`,
    ).run(NOW);
    for (const at of [AGO, KEPT_FROM, NOW])
      db.prepare(`INSERT INTO slips (order_id, kind, state, at) VALUES (?1, 'ready', 'printed', ?2)`).run(
        `gone-${at}`,
        at,
      );
  });
}

function makeHollow(profileDir: string, how: 'with a log' | 'hollow' | 'in steps'): void {
  makeShop(profileDir, 'own');
  const file = path.join(profileDir, ORDERS);
  const { db } = openDatabase({ file, now });
  const upkeep = createStoreUpkeep({ db, file });
  if (how === 'in steps') upkeep.perform({ kind: 'rewrite' });
  db.transact(() => {
    for (let at = 0; at < 60; at += 1)
      db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run(`k${String(at)}`, 'x'.repeat(4_000));
  });
  db.transact(() => db.prepare("DELETE FROM meta WHERE key LIKE 'k%' AND key NOT LIKE '%7'").run());
  db.close();
  if (how === 'with a log') leaveLog(file, 'own-log');
}

/** Writes something and leaves the log there, as a kill does. */
function leaveLog(file: string, mark: string): void {
  const { db } = openDatabase({ file, now });
  db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run(mark, 'x'.repeat(20_000));
  const [whole, log] = [fs.readFileSync(file), fs.readFileSync(`${file}-wal`)];
  db.close();
  fs.writeFileSync(file, whole);
  fs.writeFileSync(`${file}-wal`, log);
}

function makeRestore(profileDir: string, folder: string): void {
  makeShop(profileDir, 'own');
  const other = path.join(folder, 'other');
  fs.mkdirSync(other);
  makeShop(other, 'backup');
  const { db } = openDatabase({ file: path.join(other, ORDERS), now });
  writeBackup(
    { db, settings: { ...DEFAULT_SETTINGS, shop: { ...SHOP, name: 'backup' } }, now },
    path.join(folder, BACKUP),
  );
  db.close();
  fs.rmSync(other, { recursive: true });
}

/** Garbage on one page of three, beyond the beginning. */
function damage(file: string): void {
  const bytes = fs.readFileSync(file);
  for (let page = 12; page < bytes.length / 4096 - 3; page += 7)
    bytes.fill(0xa5, page * 4096, (page + 1) * 4096);
  fs.writeFileSync(file, bytes);
  // What the last run leaves when it meets damage.
  fs.writeFileSync(`${file}-check`, '');
}
