import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { lastDay } from './rig.ts';
import type { AddressInfo } from 'node:net';

// A test that fails must not leave its command running.
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function run(...args: readonly string[]) {
  const child = spawn(process.execPath, ['src/simulator/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (output += part.toString()));
  const says = (wanted: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = wanted.exec(output);
        if (match !== null) resolve(match);
      };
      child.stdout.on('data', look);
      child.on('exit', () => reject(new Error(`ended: ${output}`)));
      look();
    });
  return { child, says, output: () => output };
}

test('the command says where it listens and what to type, serves the API, and ends when told', async () => {
  const { child, says, output } = run('--port=0', '--seed=30', '--scenario=T3');
  await says(/Ctrl\+C/);
  const baseUrl = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0] ?? '';
  const chain = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(output())?.[0] ?? '';
  const token = /Token {2,}(\S+)/.exec(output())?.[1] ?? '';
  const vendor = /vendor id\) +(\S+)/.exec(output())?.[1] ?? '';
  expect(output()).toContain(`${baseUrl}/simulator/`);
  expect(output()).toContain('T3: ');
  const list = `${baseUrl}/v2/chains/${chain}/vendors/${vendor}/orders?${lastDay()}`;
  const answer = await fetch(list, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('the command speaks English when asked', async () => {
  const { child, says } = run('--help', '--lang=en');
  await says(/Usage: npm run simulator/);
  if (child.exitCode === null) await once(child, 'exit');
  expect(child.exitCode).toBe(0);
});

test('a port that is taken is said in a sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { child, output } = run(`--port=${port}`);
  await once(child, 'close');
  other.close();
  expect(child.exitCode).toBe(1);
  expect(output()).toContain(`El puerto ${port} está ocupado`);
  expect(output()).not.toContain('at ');
});
