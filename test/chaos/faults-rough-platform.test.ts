import { expect, test } from 'vitest';
import { cycleRandom, newSeed } from './support/platform.ts';
import { runRough } from './support/rough-platform.ts';

/** A long run: `MOSTRADOR_ROUGH_RUNS=200`. */
const RUNS = Number(process.env['MOSTRADOR_ROUGH_RUNS'] ?? '3');
const seed = newSeed();

test.for(Array.from({ length: RUNS }, (_, index) => index))(
  'a platform with its own clock that loses, repeats and mixes up its news is told whole and once (%i)',
  async (index) => {
    const { findings, orders } = await runRough(cycleRandom(seed, index));
    expect(findings).toEqual([]);
    expect(orders).toBeGreaterThan(5);
  },
);
