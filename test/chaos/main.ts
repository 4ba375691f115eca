// The long form: main.ts <count> <app | receiver | steps> [seed]. Ends with code 1 when anything was found.
import process from 'node:process';
import { JOBS } from './steps/jobs.ts';
import { everyMishap } from './steps/mishaps.ts';
import { OUTSIDE } from './steps/outside-jobs.ts';
import { runJobs } from './steps/run-jobs.ts';
import { runOutside } from './steps/run-outside.ts';
import { describeTally, type Tally } from './steps/tally.ts';
import { createAppSubject } from './support/app-subject.ts';
import { runKillCycles } from './support/kill-cycles.ts';
import { newSeed } from './support/platform.ts';
import { createReceiverSubject } from './support/receiver-subject.ts';
import { describeFinding, describeSummary, isClean } from './support/summary.ts';

const PROGRESS_EVERY = 25;

const [countText = '', kind, seedText] = process.argv.slice(2);
const count = Number(countText);
const seed = seedText === undefined ? newSeed() : Number(seedText);
const startedAt = performance.now();

process.exitCode = (kind === 'steps' ? await cutAtSteps() : await killInCycles()) ? 0 : 1;

/** Returns whether nothing was found. `count` 0: at each step. */
async function cutAtSteps(): Promise<boolean> {
  const how = {
    mishaps: everyMishap,
    perJob: count === 0 ? null : count,
    seed,
    onTally: (tally: Tally): void => console.log(describeTally(tally)),
  };
  const tallies = [
    ...(await runJobs({ ...how, jobs: JOBS })),
    ...(await runOutside({ ...how, works: OUTSIDE })),
  ];
  const sum = (of: (tally: Tally) => number): string =>
    tallies.reduce((total, tally) => total + of(tally), 0).toLocaleString('en-US');
  const findings = sum((tally) => tally.findings.length);
  console.log(`${sum(({ tried }) => tried)} tried, ${sum(({ hits }) => hits)} hit, ${findings} findings`);
  return findings === '0';
}

/** Returns whether nothing was found. */
async function killInCycles(): Promise<boolean> {
  const subject = kind === 'app' ? await createAppSubject() : await createReceiverSubject();
  let told = 0;
  try {
    const summary = await runKillCycles({
      subject,
      cycles: count,
      seed,
      onCycle: (cycle, findings) => {
        for (const finding of findings.slice(told)) console.log(describeFinding(finding));
        told = findings.length;
        if (cycle % PROGRESS_EVERY !== 0) return;
        const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
        console.log(`${String(cycle)} of ${String(count)} cycles, ${minutes} min, ${String(told)} findings`);
      },
    });
    console.log(describeSummary(summary));
    return isClean(summary);
  } finally {
    await subject.stop();
  }
}
