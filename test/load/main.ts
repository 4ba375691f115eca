// The long form: main.ts <webhooks a second> <minutes> [seed]. Ends with code 1 when anything was lost or grew.
import process from 'node:process';
import { newSeed } from '../chaos/support/platform.ts';
import { runLoad } from './load.ts';

const SAMPLES = 60;

const [perSecond = '', minutes = '', seedText] = process.argv.slice(2);
const seed = seedText === undefined ? newSeed() : Number(seedText);
const report = await runLoad({
  perSecond: Number(perSecond),
  seconds: Number(minutes) * 60,
  samples: SAMPLES,
  seed,
  isCollected: true,
  onSample: (figures, share) =>
    console.log(
      `${(share * 100).toFixed(0)} %: ${Object.entries(figures)
        .map(([name, value]) => `${name} ${value.toFixed(1)}`)
        .join(', ')}`,
    ),
});
const { samples: _samples, ...told } = report;
console.log(JSON.stringify({ seed, ...told }, null, 2));
const hasGrown = report.growth.some(({ grew, limit }) => grew > limit);
process.exitCode = report.lost.length > 0 || Object.keys(report.refused).length > 0 || hasGrown ? 1 : 0;
