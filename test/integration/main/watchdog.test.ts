import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../desktop/runtime.ts';

const LIMIT_S = 1;

/** Runs a process that has a watchdog, quits, and then does this. Returns the signal or code that ended it. */
async function quit(then: string): Promise<{ readonly end: string | number | null; readonly ms: number }> {
  const file = path.join(repository, 'src/main/shell/process/watchdog.ts');
  const code = `
    import { registerHooks } from 'node:module';
    const url = 'data:text/javascript,export const app = {}, dialog = {};';
    // There is no Electron in this process.
    registerHooks({
      resolve: (name, context, next) => (name === 'electron' ? { url, shortCircuit: true } : next(name, context)),
    });
    const { createWatchdog } = await import(${JSON.stringify(file)});
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const watchdog = createWatchdog({ program: '/bin/false', args: [], quitLimitS: ${String(LIMIT_S)}, log });
    watchdog.start();
    await watchdog.release();
    ${then}`;
  const began = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'inherit' });
  await once(child, 'exit');
  return { end: child.signalCode ?? child.exitCode, ms: performance.now() - began };
}

test.runIf(process.platform === 'linux')(
  'an end that hangs where no JavaScript runs any more is ended',
  async () => {
    const { end, ms } = await quit('for (;;);');
    expect(end).toBe('SIGKILL');
    expect(ms).toBeGreaterThan(LIMIT_S * 1000);
  },
);

test('an end that takes its time within the limit is left alone', async () => {
  expect(
    await quit('await new Promise((resolve) => setTimeout(resolve, 100)); process.exit(3);'),
  ).toMatchObject({
    end: 3,
  });
});
