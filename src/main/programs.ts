import { spawn, type ChildProcess, type IOType, type SpawnOptions } from 'node:child_process';
import fs from 'node:fs';

/** Runs a program, never through a shell, and returns what it printed; rejects when it fails or takes too long. */
export type RunProgram = (file: string, args: readonly string[]) => Promise<string>;

const OWN_FILES = '/proc/self/fdinfo';
/** Source: fcntl(2), O_CLOEXEC: the system closes such a file itself when another program begins. */
const CLOSES_ITSELF = 0o2000000;

/**
 * Starts a program that has nothing of this process but what `stdio` names. On Linux a program otherwise keeps Chromium's
 * connections to its own helpers: one that ends would not be noticed for as long as the program lives, and a page that waits
 * for its successor never comes up.
 */
export function startProgram(
  file: string,
  args: readonly string[],
  options: Omit<SpawnOptions, 'stdio'> & { readonly stdio: readonly (IOType | 'ipc')[] },
): ChildProcess {
  if (process.platform !== 'linux') return spawn(file, [...args], { ...options, stdio: [...options.stdio] });
  const passedOn = openForPrograms();
  const nothing = fs.openSync('/dev/null', 'r');
  try {
    // What is passed on can only be replaced. Any other number stays free: Node needs some of them to start the program.
    const length = Math.max(0, ...[...passedOn].map((one) => one + 1 - options.stdio.length));
    const rest = Array.from({ length }, (_, index) =>
      passedOn.has(index + options.stdio.length) ? nothing : 'ignore',
    );
    return spawn(file, [...args], { ...options, stdio: [...options.stdio, ...rest] });
  } finally {
    fs.closeSync(nothing);
  }
}

/** The numbers of the files that a program would get from this process. */
function openForPrograms(): ReadonlySet<number> {
  const names = fs.readdirSync(OWN_FILES).filter((name) => {
    try {
      const flags = /^flags:\s+(\d+)$/m.exec(fs.readFileSync(`${OWN_FILES}/${name}`, 'utf8'))?.[1] ?? '0';
      return (Number.parseInt(flags, 8) & CLOSES_ITSELF) === 0;
    } catch {
      // Closed meanwhile, as the folder itself.
      return false;
    }
  });
  return new Set(names.map(Number));
}

/** Returns what a program printed. Rejects when it cannot be started, fails, or runs for more than `limitMs`. */
export function runWithin(limitMs: number): RunProgram {
  return (file, args) =>
    new Promise((resolve, reject) => {
      const child = startProgram(file, args, {
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: limitMs,
        windowsHide: true,
      });
      let printed = '';
      child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
        printed += chunk;
      });
      child.once('error', reject);
      child.once('close', (code, signal) => {
        if (code === 0) resolve(printed);
        else reject(new Error(`${file} ended with ${String(code ?? signal)}`));
      });
    });
}
