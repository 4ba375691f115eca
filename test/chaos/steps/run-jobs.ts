import fs from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { MIGRATIONS } from '../../../src/main/store/database/migrations.ts';
import type { Random } from '../../../src/simulator/orders/random.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { cycleRandom } from '../support/platform.ts';
import { choose, tallyOf, type Attempt, type Tally } from './tally.ts';
import { dump } from './dump.ts';
import { doAgain, judgeJob, startOn, type Expected } from './judge-job.ts';
import type { Job } from './jobs.ts';
import { NOW, ORDERS } from './profile-files.ts';
import { stepsFor, type ChooseMishaps } from './mishaps.ts';
import { createTracer, type TraceJob } from './traced-job.ts';

const AT_ONCE = 2;

/**
 * Cuts each job off at some of its system calls, or has the disk refuse from there on, and judges what the next start finds.
 * `perJob`: at so many calls, spread over the work; null: at each of them.
 */
export async function runJobs(how: {
  readonly jobs: readonly Job[];
  readonly mishaps: ChooseMishaps;
  readonly perJob: number | null;
  readonly seed: number;
  readonly onTally?: (tally: Tally) => void;
}): Promise<readonly Tally[]> {
  const { dir, remove } = tempDir();
  try {
    const trace = await createTracer(dir, 'job-process.ts');
    const tallies: Tally[] = [];
    const waiting = [...how.jobs.entries()];
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, job] = next;
        const random = cycleRandom(how.seed, index);
        for (const tally of await runJob({
          ...how,
          job,
          random,
          trace,
          folder: path.join(dir, String(index)),
        })) {
          tallies.push(tally);
          how.onTally?.(tally);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return tallies;
  } finally {
    remove();
  }
}

async function runJob({
  job,
  mishaps,
  perJob,
  random,
  trace,
  folder,
}: {
  readonly job: Job;
  readonly mishaps: ChooseMishaps;
  readonly perJob: number | null;
  readonly random: Random;
  readonly trace: TraceJob;
  readonly folder: string;
}): Promise<readonly Tally[]> {
  const template = path.join(folder, 'template');
  fs.mkdirSync(path.join(template, 'profile'), { recursive: true });
  job.prepare(path.join(template, 'profile'), template);
  const begin = (): string => {
    const around = fs.mkdtempSync(path.join(folder, 'try-'));
    fs.cpSync(template, around, { recursive: true });
    return path.join(around, 'profile');
  };
  const [untouched, done] = [begin(), begin()];
  const whole = await trace({ job: job.job, profileDir: done });
  const expected: Expected = {
    untouched: startOn(untouched),
    done: startOn(done),
    versions: versionsOf(path.join(template, 'profile', ORDERS), folder),
  };
  const attempt: Attempt = async (at) => {
    const profileDir = begin();
    const { ended, isHit } = await trace({ job: job.job, profileDir, at });
    const findings: string[] = [];
    try {
      findings.push(...judgeJob(job, at, ended, startOn(profileDir), expected));
      doAgain(job, profileDir);
      // Whether a backup is restored is for a person to ask again.
      const isDone = startOn(profileDir).state === expected.done.state;
      if (!isDone && job.job !== 'stage') findings.push('it cannot be done later');
    } catch (error) {
      findings.push(`the next start fails: ${String(error)}`);
    }
    fs.rmSync(path.dirname(profileDir), { recursive: true });
    return { isHit, findings };
  };
  const tallies: Tally[] = [];
  for (const mishap of mishaps(random)) {
    const steps = choose(stepsFor(mishap, whole.steps), perJob, random);
    tallies.push(await tallyOf({ job: job.name, mishap, steps, whole, attempt }));
  }
  fs.rmSync(folder, { recursive: true });
  return tallies;
}

/** What stands in the file after each migration. */
function versionsOf(file: string, folder: string): ReadonlyMap<number, string> {
  const first = dump(file)?.version ?? 0;
  const copy = path.join(folder, 'versions.db');
  if (first > 0) fs.copyFileSync(file, copy);
  const versions = MIGRATIONS.filter(({ version }) => version >= first);
  return new Map(
    versions.map(({ version }) => {
      openDatabase({ file: copy, now: () => NOW, migrations: MIGRATIONS.slice(0, version) }).db.close();
      return [version, dump(copy)?.content ?? ''];
    }),
  );
}
