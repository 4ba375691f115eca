import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAppSubject } from './support/app-subject.ts';
import { runKillCycles } from './support/kill-cycles.ts';
import { newSeed } from './support/platform.ts';
import type { Subject } from './support/subject.ts';

const CYCLES = 4;
let subject: Subject;
beforeAll(async () => {
  subject = await createAppSubject();
});
afterAll(() => subject?.stop());

test('what the app answered 200 is stored and rings once, wherever in its work it was killed', async () => {
  const summary = await runKillCycles({ subject, cycles: CYCLES, seed: newSeed() });
  expect(summary).toMatchObject({ findings: [], cycles: CYCLES });
  expect(summary.found).toBeGreaterThan(CYCLES);
  expect(summary.alertsFound).toBeGreaterThan(CYCLES);
});
