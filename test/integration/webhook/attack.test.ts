import { expect, it } from 'vitest';
import { attackReceiver } from '../../attack/receiver/attack.ts';

const ATTEMPTS = 1_200;
/** Others are tried by `npm run attack`. */
const SEED = 16_226;

it('whatever is sent to it, the receiver keeps what it promised, nothing of a stranger, and goes on', async () => {
  const report = await attackReceiver({ attempts: ATTEMPTS, seed: SEED, batch: ATTEMPTS / 3 });
  expect(report).toMatchObject({ findings: [], attempts: ATTEMPTS, kept: report.promised });
  expect(report.promised).toBeGreaterThan(ATTEMPTS / 10);
  // Each way to be turned away was tried.
  for (const status of [200, 400, 401, 404, 415]) expect(report.statuses[status]).toBeGreaterThan(0);
}, 120_000);
