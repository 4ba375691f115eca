import fs from 'node:fs';
import path from 'node:path';
import { tempDir } from '../../fakes/temp-store.ts';
import { cycleRandom } from '../support/platform.ts';
import { choose, tallyOf, type Attempt, type Tally } from './tally.ts';
import { stepsFor, type At, type ChooseMishaps, type Traced } from './mishaps.ts';
import type { Outside, OutsideWork } from './outside-jobs.ts';
import { createTracer, type TraceJob } from './traced-job.ts';

/** For the order of files: one thread writes them. */
const ONE_THREAD = { UV_THREADPOOL_SIZE: '1' };
/** So long that what the disk refuses is tried some times. */
const REFUSED_MS = '1500';
/** Nothing is refused: a busy computer takes its time. */
const IN_PEACE_MS = '20000';

/**
 * Cuts off what sends and what prints, or has the disk refuse meanwhile, at some of its system calls; then two more runs
 * go on in peace. What is sent twice has the same id and text, and there is at most one; no slip comes out twice.
 */
export async function runOutside(how: {
  readonly works: readonly OutsideWork[];
  readonly mishaps: ChooseMishaps;
  readonly perJob: number | null;
  readonly seed: number;
  readonly onTally?: (tally: Tally) => void;
}): Promise<readonly Tally[]> {
  const { dir, remove } = tempDir();
  try {
    const trace = await createTracer(dir, 'outside-process.ts', true);
    const tallies: Tally[] = [];
    for (const [index, work] of how.works.entries()) {
      const random = cycleRandom(how.seed, index);
      const folder = path.join(dir, work.job);
      const template = path.join(folder, 'template');
      fs.mkdirSync(path.join(template, 'profile'), { recursive: true });
      work.prepare(path.join(template, 'profile'));
      const { whole, attempt } = await createAttempt(work, trace, folder, template);
      for (const mishap of how.mishaps(random)) {
        const steps = choose(stepsFor(mishap, whole.steps), how.perJob, random);
        const tally = await tallyOf({ job: work.job, mishap, steps, whole, attempt });
        tallies.push(tally);
        how.onTally?.(tally);
      }
    }
    return tallies;
  } finally {
    remove();
  }
}

async function createAttempt(
  work: OutsideWork,
  trace: TraceJob,
  folder: string,
  template: string,
): Promise<{ readonly whole: Traced; readonly attempt: Attempt }> {
  const within = async <T>(
    go: (run: (at?: At) => Promise<Traced>, outside: Outside, profileDir: string) => Promise<T>,
  ): Promise<T> => {
    const around = fs.mkdtempSync(path.join(folder, 'try-'));
    fs.cpSync(template, around, { recursive: true });
    const profileDir = path.join(around, 'profile');
    const outside = await work.open();
    const env = { ...ONE_THREAD, PORT: String(outside.port) };
    const how = { job: work.job, profileDir };
    const run = (at?: At): Promise<Traced> =>
      at === undefined
        ? trace({ ...how, env: { ...env, PATIENCE_MS: IN_PEACE_MS } })
        : trace({ ...how, env: { ...env, PATIENCE_MS: REFUSED_MS }, at });
    try {
      return await go(run, outside, profileDir);
    } finally {
      await outside.stop();
      fs.rmSync(around, { recursive: true });
    }
  };
  return {
    whole: await within((run) => run()),
    attempt: (at) =>
      within(async (run, outside, profileDir) => {
        const { isHit } = await run(at);
        const second = await run();
        const after = outside.got().length;
        await run();
        const findings = [
          ...(second.ended === 'done' ? [] : [`the next run was ${second.ended}`]),
          ...(outside.got().length === after ? [] : ['what was out went out again']),
          ...judge(work, outside, profileDir),
        ];
        return { isHit, findings };
      }),
  };
}

function judge(work: OutsideWork, { got }: Outside, profileDir: string): readonly string[] {
  const findings = [...work.around(profileDir)];
  const texts = new Map<string, string[]>();
  for (const { about, text } of got()) texts.set(about, [...(texts.get(about) ?? []), text]);
  const twice = [...texts].filter(([, all]) => all.length > 1);
  for (const [id, all] of twice) {
    if (work.job === 'print') findings.push(`${id} came out ${String(all.length)} times`);
    if (all.length > 2 || new Set(all).size > 1) findings.push(`${id} was sent ${String(all.length)} times`);
  }
  if (twice.length > 1) findings.push(`${String(twice.length)} were sent twice`);
  const doubtful = [...work.states(profileDir)].filter(([, state]) => state === 'doubtful');
  if (doubtful.length > 1) findings.push(`${String(doubtful.length)} are doubtful`);
  for (const [id, state] of work.states(profileDir)) {
    const isOut = texts.has(id);
    if (!isOut && state !== 'doubtful') findings.push(`${id} never came out, and is ${state}`);
    if (isOut && !['sent', 'printed', 'doubtful'].includes(state))
      findings.push(`${id} came out, and is ${state}`);
  }
  return findings;
}
