import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { runWithin, startProgram } from '../../../src/main/programs.ts';

const LIST_OPEN = 'for file in /proc/self/fd/*; do readlink "$file"; done; true';

test.runIf(process.platform === 'linux')(
  'a program gets none of the files that the app has open',
  async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-programs-'));
    onTestFinished(() => fs.rmSync(folder, { recursive: true }));
    const file = path.join(folder, 'kept');
    const kept = fs.openSync(file, 'w');
    onTestFinished(() => fs.closeSync(kept));
    // Open without close-on-exec, as Chromium's own; Node sees to the first few that it was given itself.
    const numbers = Array.from({ length: 40 }, (_, index) =>
      index === 17 || index === 37 ? kept : 'ignore',
    );
    const printedBy = async (start: string): Promise<string> => {
      const program = path.join(folder, `${start}.mjs`);
      fs.writeFileSync(
        program,
        `import { spawn } from 'node:child_process';
      import { startProgram } from ${JSON.stringify(path.resolve('src/main/programs.ts'))};
      const child = ${start}('/bin/sh', ['-c', ${JSON.stringify(LIST_OPEN)}], { stdio: ['ignore', 'inherit', 'ignore'] });
      child.once('exit', (code) => process.exit(code ?? 1));`,
      );
      const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit', ...numbers] });
      let printed = '';
      child.stdout?.on('data', (chunk: unknown) => {
        printed += String(chunk);
      });
      await once(child, 'close');
      return printed;
    };

    expect((await printedBy('spawn')).split('\n').filter((line) => line === file)).toHaveLength(2);
    expect((await printedBy('startProgram')).split('\n').filter((line) => line === file)).toHaveLength(0);
  },
);

test('the pipes that were asked for are there, behind them nothing', async () => {
  const child = startProgram('/bin/sh', ['-c', 'read -r line; echo "$line" >&2'], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin?.end('hello\n');
  let said = '';
  child.stderr?.on('data', (chunk: unknown) => {
    said += String(chunk);
  });
  await once(child, 'close');
  expect(said).toBe('hello\n');
});

test('a program that fails, that is missing, or that takes too long is an error', async () => {
  await expect(runWithin(5_000)('/bin/sh', ['-c', 'exit 3'])).rejects.toThrow('/bin/sh ended with 3');
  await expect(runWithin(5_000)('/no/such/program', [])).rejects.toThrow('ENOENT');
  await expect(runWithin(100)('/bin/sh', ['-c', 'exec sleep 10'])).rejects.toThrow('SIGTERM');
});
