import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';

const repository = path.resolve(import.meta.dirname, '../../..');
const PARTS = ['check', 'unit', 'integration', 'renderer', 'e2e', 'chaos'];
const planSchema = z.object({
  files: z.array(z.string()),
  waiting: z.array(z.string()),
  lanes: z.array(z.array(z.object({ part: z.string(), files: z.array(z.string()).optional() }))),
});

async function plan(parts: readonly string[], desktop: 'own' | 'virtual' = 'virtual') {
  const script = `
    import { planLanes, WAITING } from './scripts/test/plan.mjs';
    import { testFiles } from './scripts/test/vitest-project.mjs';
    const files = testFiles('e2e');
    const lanes = planLanes(${JSON.stringify(parts)}, files);
    console.log(JSON.stringify({ files, waiting: WAITING, lanes }));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: repository,
    env: { ...process.env, MOSTRADOR_TEST_DESKTOP: desktop },
  });
  return planSchema.parse(JSON.parse(stdout));
}

test.runIf(process.platform === 'linux').each([[PARTS], [['e2e']], [['e2e', 'chaos']], [['unit', 'e2e']]])(
  'of %j each part and each e2e file runs once, whether in the row or beside it',
  async (parts) => {
    const { files, waiting, lanes } = await plan(parts);
    const steps = lanes.flat();
    expect(steps.flatMap((step) => step.files ?? []).toSorted()).toEqual(files);
    expect([...new Set(steps.map(({ part }) => part))].toSorted()).toEqual(parts.toSorted());
    expect(steps.filter((step) => step.files === undefined)).toHaveLength(
      parts.filter((part) => part !== 'e2e').length,
    );
    // The name of a file that is gone or has another name now would stand there for nothing.
    expect(lanes[1]?.[0]?.files?.toSorted()).toEqual(
      waiting.map((name) => `test/e2e/${name}.test.ts`).toSorted(),
    );
  },
);

test('a part that runs alone has nothing beside it', async () => {
  const { lanes } = await plan(['chaos']);
  expect(lanes.flat()).toEqual([{ part: 'chaos' }]);
});

test('on a desktop that all share everything runs one after the other', async () => {
  const { lanes } = await plan(PARTS, 'own');
  expect(lanes).toEqual([PARTS.map((part) => ({ part }))]);
});
