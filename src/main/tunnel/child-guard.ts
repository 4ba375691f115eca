import { Readable } from 'node:stream';
import { startProgram } from '../programs.ts';
import { within } from '../timing.ts';

const GONE_LIMIT_MS = 1_800;

/**
 * Shell script that runs a program and ends it when standard input closes. The system closes that pipe even when the app
 * is killed. A program that ignores the request to end is killed one second later.
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

export type GuardedChild = {
  /** Standard error. */
  readonly errors: Readable;
  /** Calls the listener when the program has ended; `missing`: it could not be started. */
  readonly onExit: (
    listener: (exit: { readonly code: number | null; readonly missing: boolean }) => void,
  ) => void;
  /** Ends the program. Resolves when it has ended, after 1.8 s at the latest. */
  readonly kill: () => Promise<void>;
};

/**
 * Starts a third-party program that ends together with the app, even when the app crashes. Linux and macOS: a shell
 * between the two watches a pipe. Windows: Node puts its children into a job object, which the system ends with the app.
 */
export function startGuardedChild(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  platform: string = process.platform,
): GuardedChild {
  const isWindows = platform === 'win32';
  const [command, given] = isWindows ? [file, args] : ['/bin/sh', ['-c', WATCHED, 'sh', file, ...args]];
  const child = startProgram(command, given, {
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
    // The shell's exit codes for a program that does not exist or may not be run.
    child.once('exit', (code) => end(code, !isWindows && (code === 127 || code === 126)));
  });
  child.stdin?.on('error', () => undefined); // It has ended already: its exit event says so.
  return {
    // There is none where the system had no process left to give.
    errors: child.stderr ?? Readable.from([]),
    onExit: (listener) => {
      void gone.then(() => {
        if (exit !== null) listener(exit);
      });
    },
    kill: async () => {
      child.stdin?.end();
      if (isWindows) child.kill();
      await within(GONE_LIMIT_MS, gone);
    },
  };
}
