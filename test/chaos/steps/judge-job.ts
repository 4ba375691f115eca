import fs from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { finishRestore, readBackup } from '../../../src/main/store/profile/profile-backup.ts';
import { dump, type Dump } from './dump.ts';
import type { Job } from './jobs.ts';
import { BACKUP, KEPT_FROM, NOW, ORDERS } from './profile-files.ts';
import { isSync, type At, type Traced } from './mishaps.ts';

const now = (): string => NOW;
/** What may stand in a profile after a start, beside copies. SQLite's own scratch file is elsewhere in the app, and empty. */
const AT_HOME = /^(?:orders\.db|settings\.json|etilqs_[0-9a-f]+)$/;
const COPY = /^(?:orders|settings)\.(?:before|damaged)-[\w-]+\.(?:db|json)(?:-wal|-shm|-check|-journal)?$/;

/** What is left of a job in a profile, and how the next start takes it. */
export type Outcome = {
  /** Before the next start. */
  readonly left: Dump | null;
  /** Settings and orders after it, as one text. */
  readonly state: string;
  readonly version: number;
  readonly integrity: string;
  readonly names: readonly string[];
  readonly copies: readonly Dump[];
  /** Whether the backup beside the profile is one. */
  readonly isBackup: boolean;
  /** The next start had to set a file aside. */
  readonly setAside: boolean;
};

/** Starts on the profile as the app does, and reads what is there. */
export function startOn(profileDir: string): Outcome {
  const file = path.join(profileDir, ORDERS);
  const left = dump(file);
  finishRestore({ profileDir, now });
  const { db, setAside } = openDatabase({ file, now });
  db.close();
  const names = fs.readdirSync(profileDir).toSorted();
  const found = dump(file);
  const settings = path.join(profileDir, 'settings.json');
  const name = fs.existsSync(settings) ? shopIn(fs.readFileSync(settings, 'utf8')) : 'no settings';
  return {
    left,
    state: `${name}\n${found?.content ?? 'no orders'}`,
    version: found?.version ?? -1,
    integrity: found?.integrity ?? 'no file',
    names,
    copies: names
      .filter((one) => one.startsWith('orders.before-') && one.endsWith('.db'))
      .flatMap((one) => dump(path.join(profileDir, one)) ?? []),
    isBackup: readBackup({ profileDir, now }, path.join(profileDir, '..', BACKUP)).ok,
    setAside: setAside !== null,
  };
}

/** What a job may leave: the states of a profile in which it was never begun, and of one in which it was done. */
export type Expected = {
  readonly untouched: Outcome;
  readonly done: Outcome;
  readonly versions: ReadonlyMap<number, string>;
};

/** Returns what is wrong with what a cut off or refused job left behind. */
export function judgeJob(
  { job, name }: Job,
  { mishap, step }: At,
  ended: Traced['ended'],
  got: Outcome,
  { untouched, done, versions }: Expected,
): readonly string[] {
  const findings: string[] = [];
  const expect = (isSo: boolean, what: string): void => {
    if (!isSo) findings.push(what);
  };
  const isDamaged = name === 'damaged file';
  const isUntouched = got.state === untouched.state;
  const isDone = got.state === done.state;
  expect(got.integrity === 'ok', `the file is damaged: ${got.integrity}`);
  expect(isUntouched || isDone, 'the profile is neither as before nor as after');
  if (ended === 'done') expect(isDone, 'it said that it was done');
  // What a disk took and then would not confirm is there or not: on such a disk nothing can be taken back either.
  const isInDoubt = mishap === 'failing' && isSync(step);
  if (ended === 'refused' && !isInDoubt) expect(isUntouched, 'it said that it was refused, and was not');
  if (job === 'finish') expect(isDone, 'what was laid ready was not restored');
  if (!isDamaged) {
    expect(!got.setAside, 'a sound file was set aside');
    if (got.left !== null)
      expect(got.left.integrity === 'ok', `it left a damaged file: ${got.left.integrity}`);
  }
  const atVersion = got.left === null ? undefined : versions.get(got.left.version);
  if (name.startsWith('migration'))
    expect(got.left?.content === atVersion, `it left half of a migration to ${String(got.left?.version)}`);
  for (const one of got.names) expect(AT_HOME.test(one) || COPY.test(one), `it left ${one} behind`);
  expect(got.names.filter((one) => /\.damaged-.*\.db$/.test(one)).length <= 1, 'it was set aside twice');
  const sound = [
    ...[...done.copies, ...untouched.copies].map(({ content }) => content),
    ...versions.values(),
  ];
  for (const { content, integrity } of got.copies)
    expect(integrity === 'ok' && sound.includes(content), `a copy is not whole: ${integrity}`);
  if (job === 'backup' && ended === 'done') expect(got.isBackup, 'what it called a backup is none');
  return findings;
}

/** Does the job once more, as the app does later. */
export function doAgain({ job }: Job, profileDir: string): void {
  if (job !== 'purge') return;
  const { db } = openDatabase({ file: path.join(profileDir, ORDERS), now });
  createOrderStore(db).purge(KEPT_FROM);
  db.close();
}

function shopIn(json: string): string {
  try {
    return (JSON.parse(json) as { readonly shop: { readonly name: string } }).shop.name;
  } catch {
    return `no settings: ${json.slice(0, 40)}`;
  }
}
