import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { inRoot, root } from './paths.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] default: the repository
 * @property {Record<string, string | undefined>} [env] added to this process's own
 * @property {number} [timeLimitMs] the command is ended after this long and counts as failed
 * @property {'always' | 'unless-failed' | 'until-end'} [quiet] default: its output is shown live
 */

/**
 * Runs a command with its output shown live. Answers its exit code; 127 when it could not be started, 124 when it
 * ran out of time.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: options.quiet === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    /** @type {Buffer[]} */
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    let late = false;
    const timer =
      options.timeLimitMs === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            child.kill('SIGKILL');
          }, options.timeLimitMs);
    const end = (/** @type {number} */ code) => {
      clearTimeout(timer);
      child.stdout?.destroy();
      child.stderr?.destroy();
      if (code !== 0 && options.quiet === 'unless-failed') process.stderr.write(Buffer.concat(output));
      if (options.quiet === 'until-end') process.stdout.write(Buffer.concat(output));
      resolve(late ? 124 : code);
    };
    child.on('error', () => end(127));
    // Not 'close', because a program that the command leaves running may hold its output open.
    child.on('exit', (code) => setImmediate(end, code ?? 1));
  });
}

/**
 * Runs a command and answers what it wrote to its standard output, whatever its exit code; null when it could not be
 * started.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function outputOf(command, args) {
  const done = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return done.error === undefined ? done.stdout : null;
}

/** Whether a program of that name is on the PATH. @param {string} name */
export function hasProgram(name) {
  const found = outputOf('/bin/sh', ['-c', 'command -v "$1"', 'sh', name]);
  return found !== null && found.trim() !== '';
}

/**
 * Runs npm: the very npm that started this script when there is one, else the one on the PATH.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options = {}) {
  const started = process.env['npm_execpath'];
  if (started !== undefined && path.basename(started) === 'npm-cli.js') {
    return run(lastingNode(), [started, ...args], options);
  }
  // Windows starts npm.cmd through its shell only.
  if (process.platform === 'win32') return run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options);
  return run('npm', args, options);
}

/**
 * The Node to run npm with: the one that runs npm already. `npm test` runs this script on the project's own Node where
 * that is installed, and `npm ci` removes it together with all packages.
 */
function lastingNode() {
  return process.env['npm_node_execpath'] ?? process.execPath;
}

/** PATH with the project's own programs, and with them Node 24, in front. */
export function projectPath() {
  const own = [inRoot('node_modules/node/bin'), inRoot('node_modules/.bin')];
  return [...own, process.env['PATH'] ?? ''].join(path.delimiter);
}
