import { expect, test } from 'vitest';
import { JOBS } from './steps/jobs.ts';
import { killAndAnother } from './steps/mishaps.ts';
import { OUTSIDE } from './steps/outside-jobs.ts';
import { runJobs } from './steps/run-jobs.ts';
import { runOutside } from './steps/run-outside.ts';
import type { Tally } from './steps/tally.ts';
import { cycleRandom, newSeed } from './support/platform.ts';

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

test('cut off or refused at any system call, what sends and what prints misses nothing and does nothing twice', async () => {
  const how = { works: OUTSIDE, mishaps: killAndAnother, perJob: 1, seed: newSeed() };
  expectSound(await runOutside(how), OUTSIDE.length);
});
