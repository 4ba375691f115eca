import { expect, test } from 'vitest';
import { runLoad } from '../load/load.ts';

const PER_SECOND = 15;
const SECONDS = 20;

test('a busy app with everything on loses nothing, and leaves no file open or behind', async () => {
  const report = await runLoad({ perSecond: PER_SECOND, seconds: SECONDS, samples: 20, seed: 7 });
  expect(report).toMatchObject({ refused: {}, lost: [], sent: PER_SECOND * SECONDS });
  expect(report.promised).toBeGreaterThan(report.sent / 3);
  // All of it was on.
  expect(report.seen).toBeGreaterThan(0);
  expect(report.handedOver).toBeGreaterThan(0);
  for (const name of ['slips', 'till', 'phone', 'asked']) expect(report.outgoing[name]).toBeGreaterThan(0);
  // Memory is judged by the long form: in so short a time nothing is warm.
  const grown = report.growth.filter(({ of }) => !of.endsWith('Mb') || of === 'logMb');
  expect(grown.filter(({ grew, limit }) => grew > limit)).toEqual([]);
}, 180_000);
