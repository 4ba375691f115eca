// One piece of work on a profile: job-process.ts <job> <profile> [argument]. Ends with code 0 when it says that it is done,
// 3 when it says that the disk refused. With RETRIES it tries so many times again, as the app does later.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createStoreUpkeep } from '../../../src/main/store/database/store-upkeep.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { finishRestore, stageRestore, writeBackup } from '../../../src/main/store/profile/profile-backup.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import { BACKUP, BEGIN, KEPT_FROM, NOW, ORDERS } from './profile-files.ts';

export type JobName = 'open' | 'purge' | 'checkpoint' | 'rewrite' | 'shrink' | 'backup' | 'stage' | 'finish';

const [job = '', profileDir = ''] = process.argv.slice(2);
const file = path.join(profileDir, ORDERS);
const backup = path.join(profileDir, '..', BACKUP);
const now = (): string => NOW;

/** Each returns what is to be done within the window, after what comes before it. */
const JOBS: Readonly<Record<JobName, () => () => void>> = {
  open: () => () => openDatabase({ file, now }).db.close(),
  purge: () => {
    const { db } = openDatabase({ file, now });
    const store = createOrderStore(db);
    return () => void store.purge(KEPT_FROM);
  },
  checkpoint: () => upkeep('checkpoint'),
  rewrite: () => upkeep('rewrite'),
  shrink: () => upkeep('shrink'),
  backup: () => {
    const { db } = openDatabase({ file, now });
    return () => {
      fs.rmSync(backup, { force: true });
      writeBackup({ db, settings: DEFAULT_SETTINGS, now }, backup);
    };
  },
  stage: () => () => {
    const staged = stageRestore({ profileDir, now }, backup);
    if (!staged.ok) throw new Error(staged.error);
  },
  finish: () => () => finishRestore({ profileDir, now }),
};

function upkeep(kind: 'checkpoint' | 'rewrite' | 'shrink'): () => void {
  const { db } = openDatabase({ file, now });
  const { perform } = createStoreUpkeep({ db, file });
  return () => perform(kind === 'shrink' ? { kind, pages: 40 } : { kind });
}

const work = JOBS[job as JobName]();
// Seen in the trace: from here on a system call belongs to the work.
fs.existsSync(path.join(profileDir, BEGIN));
let left = Number(process.env['RETRIES'] ?? '0');
let isDone = false;
while (!isDone) {
  try {
    work();
    isDone = true;
  } catch (error) {
    console.error(error);
    if (left === 0) break;
    left -= 1;
  }
}
process.exit(isDone ? 0 : 3);
