import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';

const repository = path.resolve(import.meta.dirname, '../../..');

export type Outcome = { readonly code: number | null; readonly output: string; readonly lastLine: string };

/** A project of its own in a temporary folder with this repository's scripts in it. */
export type SmallProject = {
  readonly folder: string;
  readonly write: (file: string, content: string) => void;
  readonly run: (script: string, args?: readonly string[], env?: Record<string, string>) => Promise<Outcome>;
  readonly remove: () => void;
};

export function createSmallProject(): SmallProject {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-scripts-'));
  fs.cpSync(path.join(repository, 'scripts'), path.join(folder, 'scripts'), { recursive: true });
  const write = (file: string, content: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), content);
  };
  return {
    folder,
    write,
    run: async (script, args = [], env = {}) => {
      const child = spawn(process.execPath, [path.join(folder, script), ...args], {
        cwd: folder,
        // Vitest's own settings would reach the Vitest that is started here.
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: folder,
          XDG_CACHE_HOME: path.join(folder, 'cache'),
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const closed = new Promise<number | null>((resolve) => {
        child.on('close', resolve);
      });
      const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
      return { code, output: output + errors, lastLine: output.trimEnd().split('\n').at(-1) ?? '' };
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/** Gives the project the packages of this repository, up to date for a lockfile like its own. */
export function borrowPackages({ folder, write }: SmallProject): void {
  fs.copyFileSync(path.join(repository, 'package-lock.json'), path.join(folder, 'package-lock.json'));
  // Only what is asked for is linked: what the scripts write into node_modules stays in the project.
  write('node_modules/.package-lock.json', '{}');
  for (const name of fs.readdirSync(path.join(repository, 'node_modules'))) {
    if (name.startsWith('.')) continue;
    fs.symlinkSync(path.join(repository, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
}

/** A stand-in for npm's command line that writes down how it was called and then runs `script`. */
export function fakeNpm(
  { folder, write }: SmallProject,
  script: string,
): { readonly env: Record<string, string>; readonly calls: () => readonly string[] } {
  const log = path.join(folder, 'npm-calls');
  write(
    'fake-npm/npm-cli.js',
    `const fs = require('node:fs');
     fs.appendFileSync(${JSON.stringify(log)}, process.argv.slice(2).join(' ') + '\\n');
     ${script}`,
  );
  return {
    env: { npm_execpath: path.join(folder, 'fake-npm/npm-cli.js') },
    calls: () => (fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trim().split('\n') : []),
  };
}
