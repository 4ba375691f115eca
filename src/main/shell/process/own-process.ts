import path from 'node:path';
import { utilityProcess } from 'electron';

const KILL_AFTER_MS = 1_000;

/** Starts a built file beside this one as a utility process, which Chromium ends with the app, even after a crash. */
export function forkOwnProcess(file: string, serviceName: string, env: Readonly<Record<string, string>>) {
  const child = utilityProcess.fork(path.join(import.meta.dirname, file), [], {
    serviceName,
    env: { ...env },
    stdio: 'ignore',
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const begun = new Promise<void>((resolve) => {
    child.once('spawn', () => resolve());
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
    post: (message: unknown): void => child.postMessage(message),
    onMessage: (listener: (message: unknown) => void): void => void child.on('message', listener),
    onExit: (listener: (code: number | null) => void): void => void child.once('exit', listener),
    kill: async (): Promise<void> => {
      // Electron's kill silently does nothing before the process has started, which would leave it running.
      await Promise.race([begun, gone]);
      const { pid } = child;
      child.kill();
      const timer = setTimeout(() => killNow(pid), KILL_AFTER_MS);
      await gone;
      clearTimeout(timer);
    },
  };
}

function killNow(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It has just ended by itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
