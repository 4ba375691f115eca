import { expect, test } from 'vitest';
import { JOBS } from './steps/jobs.ts';
import { killAndAnother } from './steps/mishaps.ts';
import { OUTSIDE } from './steps/outside-jobs.ts';
import { runJobs } from './steps/run-jobs.ts';
import { runOutside } from './steps/run-outside.ts';
import type { Tally } from './steps/tally.ts';
import { cycleRandom, newSeed } from './support/platform.ts';

const MOST_TURNS = 4;
/** Of the migrations one is tried: the long run tries all. */
const isMigration = ({ name }: { readonly name: string }): boolean => name.startsWith('migration');

/** Every kill and most refusals fell into the work, and nothing was found. */
function expectSound(tallies: readonly Tally[], count: number): void {
  expect(tallies.flatMap(({ findings }) => findings)).toEqual([]);
  expect(tallies.filter(({ mishap, hits }) => mishap === 'kill' && hits === 1)).toHaveLength(count);
  expect(tallies.filter(({ hits }) => hits === 1).length).toBeGreaterThan(count * 1.4);
}

test('cut off or refused at any system call, work on the profile is done or was never begun', async () => {
  const seed = newSeed();
  const migrations = JOBS.filter(isMigration);
  const chosen = cycleRandom(seed, 0).between(0, migrations.length - 1);
  const jobs = JOBS.filter((job) => !isMigration(job) || job === migrations[chosen]);
  expectSound(await runJobs({ jobs, mishaps: killAndAnother, perJob: 1, seed }), jobs.length);
});

test(
  'cut off or refused at any system call, what sends and what prints misses nothing and does nothing twice',
  { timeout: 240_000 },
  async () => {
    const killed = new Set<string>();
    const refused = new Set<string>();
    // How many calls such a run makes differs a little, so a kill may come after its end: then it is tried again.
    for (let turn = 0; turn < MOST_TURNS && killed.size < OUTSIDE.length; turn += 1) {
      const works = OUTSIDE.filter(({ job }) => !killed.has(job));
      const how = { works, mishaps: killAndAnother, perJob: 1, seed: newSeed() };
      for (const { job, mishap, hits, findings } of await runOutside(how)) {
        expect(findings).toEqual([]);
        if (hits > 0) (mishap === 'kill' ? killed : refused).add(job);
      }
    }
    expect(killed.size).toBe(OUTSIDE.length);
    expect(refused.size).toBeGreaterThan(0);
  },
);
