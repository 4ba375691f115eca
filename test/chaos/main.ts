// The long form: main.ts <cycles> <app | receiver> [seed]. Ends with code 1 when anything was found.
import process from 'node:process';
import { createAppSubject } from './support/app-subject.ts';
import { runKillCycles } from './support/kill-cycles.ts';
import { newSeed } from './support/platform.ts';
import { createReceiverSubject } from './support/receiver-subject.ts';
import { describeSummary, isClean } from './support/summary.ts';

const PROGRESS_EVERY = 25;

const [cyclesText = '', kind, seedText] = process.argv.slice(2);
const cycles = Number(cyclesText);
const seed = seedText === undefined ? newSeed() : Number(seedText);
const startedAt = performance.now();

const subject = kind === 'app' ? await createAppSubject() : await createReceiverSubject();
try {
  const summary = await runKillCycles({
    subject,
    cycles,
    seed,
    onCycle: (cycle, findings) => {
      if (cycle % PROGRESS_EVERY !== 0) return;
      const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
      console.log(
        `${String(cycle)} of ${String(cycles)} cycles, ${minutes} min, ${String(findings)} findings`,
      );
    },
  });
  console.log(describeSummary(summary));
  process.exitCode = isClean(summary) ? 0 : 1;
} finally {
  await subject.stop();
}
