import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { within } from '../timing.ts';

const GONE_LIMIT_MS = 1_800;

/**
 * Runs a program and ends it when standard input ends: that happens also when the app is killed, because then the system
 * closes the pipe. Who does not leave when asked is ended a second later.
 */
const WATCHED = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
{ read -r _ <&3; kill "$program"; sleep 1; kill -KILL "$program"; } 2>/dev/null &
watch=$!
wait "$program"
code=$?
kill "$watch" 2>/dev/null
exit "$code"
`;

export type Tethered = {
  /** Standard error. */
  readonly errors: Readable;
  /** The program is gone; `missing` when it could not be started. */
  readonly onExit: (
    listener: (exit: { readonly code: number | null; readonly missing: boolean }) => void,
  ) => void;
  /** Resolves when it is gone, at the latest after 1.8 s. */
  readonly kill: () => Promise<void>;
};

/**
 * Starts somebody else's program so that it ends with the app, however the app ends. Linux and macOS: a shell between the
 * two watches a pipe. Windows: Node puts the children that it starts into a job that the system ends with the app.
 */
export function startGuardedChild(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  platform: string = process.platform,
): Tethered {
  const isWindows = platform === 'win32';
  const [command, given] = isWindows ? [file, args] : ['/bin/sh', ['-c', WATCHED, 'sh', file, ...args]];
  const child = spawn(command, given, {
    env: { ...env },
    stdio: ['pipe', 'ignore', 'pipe'],
    windowsHide: true,
  });
  let exit: { readonly code: number | null; readonly missing: boolean } | null = null;
  const gone = new Promise<void>((resolve) => {
    const end = (code: number | null, missing: boolean): void => {
      exit ??= { code, missing };
      resolve();
    };
    child.once('error', () => end(null, true));
    // What a shell answers for a program that is not there or may not be run.
    child.once('exit', (code) => end(code, !isWindows && (code === 127 || code === 126)));
  });
  child.stdin.on('error', () => undefined); // It is gone already: that is said by its exit.
  return {
    errors: child.stderr,
    onExit: (listener) => {
      void gone.then(() => {
        if (exit !== null) listener(exit);
      });
    },
    kill: async () => {
      child.stdin.end();
      if (isWindows) child.kill();
      await within(GONE_LIMIT_MS, gone);
    },
  };
}
