import { afterAll, beforeAll, expect, test } from 'vitest';
import { runKillCycles } from './support/kill-cycles.ts';
import { newSeed } from './support/platform.ts';
import { createReceiverSubject, type ReceiverSubject } from './support/receiver-subject.ts';

const CYCLES = 8;
let subject: ReceiverSubject;
beforeAll(async () => {
  subject = await createReceiverSubject();
});
afterAll(() => subject?.stop());

test('what the receiver answered 200 is stored and rings once, wherever in its work it was killed', async () => {
  const summary = await runKillCycles({ subject, cycles: CYCLES, seed: newSeed() });
  expect(summary).toMatchObject({ findings: [], cycles: CYCLES });
  expect(summary.found).toBeGreaterThan(CYCLES);
  expect(summary.alertsFound).toBeGreaterThan(CYCLES);
});
