// The long form: main.ts <attempts> [seed]. Ends with code 1 when anything was found.
import process from 'node:process';
import { newSeed } from '../chaos/support/platform.ts';
import { attackReceiver } from './receiver/attack.ts';

const BATCHES = 50;
const LEAST = 1_000;

const [attemptsText = '', seedText] = process.argv.slice(2);
const attempts = Number(attemptsText);
const seed = seedText === undefined ? newSeed() : Number(seedText);
const startedAt = performance.now();

const report = await attackReceiver({
  attempts,
  seed,
  batch: Math.max(LEAST, Math.ceil(attempts / BATCHES)),
  onFinding: (what) => console.log(what),
  onBatch: (done, findings) => {
    const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
    console.log(`${String(done)} of ${String(attempts)}, ${minutes} min, ${String(findings)} findings`);
  },
});
console.log(JSON.stringify({ seed, ...report }, null, 2));
process.exitCode = report.findings.length === 0 ? 0 : 1;
