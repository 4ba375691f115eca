import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { within } from './within.ts';

const START_LIMIT_MS = 10_000;
const STOP_LIMIT_MS = 3_000;
const POLL_MS = 10;

export type Service = {
  readonly pid: number;
  /** Standard output and error so far. */
  readonly output: () => string;
  /** Asks it to end and, when it does not, ends it. */
  readonly stop: () => Promise<void>;
};

export type ServiceOptions = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Folder for its output; it goes to a file so that nobody has to read along. */
  readonly logDir: string;
  /** Written to its standard input, which is then closed. */
  readonly input?: string;
  /** Polled until it returns something other than null, which is then the result of the start. */
  readonly ready: (output: string) => string | null;
};

/**
 * Starts a program that ends with this process, however that ends (Linux: parent-death signal by util-linux' setpriv),
 * and waits until it is ready. Rejects with the program's own words when it ends early or takes longer than 10 s.
 */
export async function startService(
  options: ServiceOptions,
): Promise<Service & { readonly readiness: string }> {
  const name = path.basename(options.command);
  const logFile = path.join(options.logDir, `${name}.log`);
  const log = fs.openSync(logFile, 'w');
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', options.command, ...options.args], {
    env: options.env,
    stdio: [options.input === undefined ? 'ignore' : 'pipe', log, log],
  });
  fs.closeSync(log);
  child.stdin?.on('error', () => undefined); // It ended early: reported below, with its output.
  child.stdin?.end(options.input);

  const output = (): string => fs.readFileSync(logFile, 'utf8');
  const ended = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const stop = async (): Promise<void> => {
    if (ended()) return;
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await Promise.race([exit, sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
    if (!ended()) {
      child.kill('SIGKILL');
      await exit;
    }
  };
  let failure: Error | null = null;
  child.on('error', (error) => {
    failure = error;
  });
  const whenReady = async (): Promise<string> => {
    for (;;) {
      if (failure !== null) throw new Error(`${name} could not be started: ${failure.message}`);
      if (ended()) throw new Error(`${name} ended at once: ${output().trim()}`);
      const readiness = options.ready(output());
      if (readiness !== null) return readiness;
      await sleep(POLL_MS);
    }
  };
  try {
    const readiness = await within(whenReady(), START_LIMIT_MS, `Start of ${name}`, output);
    return { pid: child.pid ?? 0, output, stop, readiness };
  } catch (error) {
    await stop();
    throw error;
  }
}
