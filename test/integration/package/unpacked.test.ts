import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repository } from '../../desktop/runtime.ts';

const LIMIT_MS = 180_000;
const run = promisify(execFile);
let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-unpacked-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

// The other systems' packages are built and verified by the pipeline, on those systems.
test.runIf(process.platform === 'linux')(
  'the app as it is packaged holds what it needs and nothing else, with the fuses as wanted',
  { timeout: LIMIT_MS },
  async () => {
    const output = path.join(folder, 'dist');
    const script = path.join(repository, 'scripts/package/unpacked.mjs');
    const { stdout } = await run(process.execPath, [script, output], { cwd: repository });
    expect(stdout).toMatch(/unpacked: 8 fuses read back, \d+ files in the archive/);
    expect(fs.existsSync(path.join(output, 'linux-unpacked/mostrador'))).toBe(true);
  },
);

test('a refusal ends a script with 1 though a packager ends the process with 0 by itself', async () => {
  const progress = path.join(repository, 'scripts/prepare/progress.mjs');
  const script = path.join(folder, 'refuses.mjs');
  fs.writeFileSync(
    script,
    `import { Obstacle, runScript } from ${JSON.stringify(progress)};
     process.on('beforeExit', () => process.exit(0));
     await runScript(async () => { throw new Obstacle('not to be shipped'); });`,
  );
  const failed = run(process.execPath, [script]);
  await expect(failed).rejects.toMatchObject({ code: 1, stderr: '\nnot to be shipped\n' });
});
