import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { tempDir } from '../../fakes/temp-store.ts';
import { freePort } from '../../services/free-port.ts';
import { installDouble, isAlive, startCloudflaredRig, TOKEN } from './cloudflared-rig.ts';
import { postOrder } from './rig.ts';

const TETHER_PROCESS = fileURLToPath(import.meta.resolve('./tether-process.ts'));

// All of this is against a double: what Cloudflare's own program does was read in its source, not seen.

test('the program gets its documented arguments, the token in its environment only, and serves webhooks', async () => {
  const rig = await startCloudflaredRig();
  rig.supervisor.start();
  await rig.reach('online');
  expect(await postOrder(rig.front.url, 'order-1')).toBe(200);
  const { args, env } = rig.seen() as { args: string[]; env: Record<string, string> };
  expect(args).toEqual([
    'tunnel',
    '--no-autoupdate',
    '--metrics',
    expect.stringMatching(/^127\.0\.0\.1:\d+$/),
    '--grace-period',
    '1s',
    'run',
  ]);
  expect(env['TUNNEL_TOKEN']).toBe(TOKEN);
  const inherited = Object.keys(env).filter((name) => !['PWD', 'OLDPWD', 'SHLVL', '_'].includes(name));
  expect(inherited.toSorted()).toEqual(['HOME', 'PATH', 'TUNNEL_TOKEN']);
});

test('a token that is not valid needs a person, and stands in no line', async () => {
  const rig = await startCloudflaredRig({ token: 'not-the-token-of-this-tunnel' });
  rig.supervisor.start();
  await rig.reach('failed');
  expect(rig.supervisor.status().error).toEqual({ code: 'auth_failed', detail: null });
  await expect.poll(() => rig.lines.join()).toContain('token=***');
  expect(rig.lines.join()).not.toContain('not-the-token');
});

test('a program that is not there needs a person', async () => {
  const rig = await startCloudflaredRig({ executable: '/nowhere/cloudflared' });
  rig.supervisor.start();
  await rig.reach('failed');
  expect(rig.supervisor.status().error).toEqual({ code: 'binary_missing', detail: 'cloudflared' });
});

test('a program that dies is started again', async () => {
  const rig = await startCloudflaredRig();
  rig.supervisor.start();
  await rig.reach('online');
  process.kill(rig.pids()[0] ?? 0, 'SIGKILL');
  await rig.reach('degraded');
  expect(rig.supervisor.status().error?.code).toBe('binary_crashed');
  await rig.reach('online');
  expect(rig.pids()).toHaveLength(2);
});

test('a program that says it is not connected is waited for', async () => {
  const rig = await startCloudflaredRig();
  rig.write('connections', '0');
  rig.supervisor.start();
  await expect.poll(() => rig.lines.length + rig.pids().length, { timeout: 5_000 }).toBeGreaterThan(0);
  expect(rig.supervisor.status().state).toBe('starting');
  rig.write('connections', '4');
  await rig.reach('online');
});

test('it is gone within two seconds, also when it does not leave when asked', async () => {
  const rig = await startCloudflaredRig();
  rig.write('stubborn', 'yes');
  rig.supervisor.start();
  await rig.reach('online');
  const began = performance.now();
  await rig.supervisor.stop();
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(rig.pids().filter(isAlive)).toEqual([]);
});

test('it ends when the app is killed', async () => {
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const executable = installDouble(dir, { token: TOKEN, receiver: '9', public: String(await freePort()) });
  const app = spawn(process.execPath, [TETHER_PROCESS, executable, TOKEN, String(await freePort())], {
    stdio: 'ignore',
  });
  const pids = path.join(dir, 'pids');
  await expect.poll(() => fs.existsSync(pids), { timeout: 10_000 }).toBe(true);
  const pid = Number(fs.readFileSync(pids, 'utf8'));
  expect(isAlive(pid)).toBe(true);
  app.kill('SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false);
});
