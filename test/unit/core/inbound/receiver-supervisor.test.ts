import { expect, test } from 'vitest';
import {
  createReceiverSupervisor,
  type ReceiverProblem,
} from '../../../../src/main/core/inbound/receiver-supervisor.ts';
import type { SettingsView } from '../../../../src/shared/ipc-contract.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import { noSecrets } from '../../../fakes/no-secrets.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';

/** A supervisor whose ports can be taken by another program. */
function rig() {
  const taken = new Set<number>();
  const open: number[] = [];
  const tried: number[] = [];
  const health: string[] = [];
  const supervisor = createReceiverSupervisor({
    create: (port) => ({
      start: () => {
        tried.push(port);
        const problem: ReceiverProblem = { code: 'port-in-use', port, owner: 'node', suggested: port + 1 };
        if (taken.has(port)) return Promise.resolve(err(problem));
        open.push(port);
        return Promise.resolve(ok(null));
      },
      stop: () => {
        open.splice(open.indexOf(port), 1);
        return Promise.resolve();
      },
    }),
    setHealth: (state, code) => health.push(`${state} ${code}`),
  });
  return { supervisor, taken, open, tried, health };
}

function viewOf(port: number, configured = true): SettingsView {
  const secrets = { ...noSecrets(), 'webhook-secret': { present: configured, last4: null, savedAt: null } };
  return { settings: { ...SAMPLE_SETTINGS, receiver: { port } }, secrets, configured, problems: [] };
}

test('a port that was in use is tried again, and the light heals by itself', async () => {
  const { supervisor, taken, open, health } = rig();
  taken.add(4765);
  await supervisor.follow(viewOf(4765));
  await supervisor.retry();
  expect(open).toEqual([]);
  expect(health).toEqual(['down receiver-port-in-use', 'down receiver-port-in-use']);
  taken.clear();
  await supervisor.retry();
  expect(open).toEqual([4765]);
  expect(health.at(-1)).toBe('ok ok');
});

test('a receiver that is open is left alone', async () => {
  const { supervisor, open, tried } = rig();
  await supervisor.follow(viewOf(4765));
  await supervisor.retry();
  expect([open, tried]).toEqual([[4765], [4765]]);
});

test('what is tried again is what the last settings want', async () => {
  const { supervisor, taken, open, tried } = rig();
  taken.add(4765);
  const first = supervisor.follow(viewOf(4765));
  const second = supervisor.follow(viewOf(4770));
  await Promise.all([first, second, supervisor.retry()]);
  expect([open, tried]).toEqual([[4770], [4765, 4770]]);
});

test('nothing is opened before the first settings, without a shop, or after the end', async () => {
  const { supervisor, taken, tried } = rig();
  await supervisor.retry();
  await supervisor.follow(viewOf(4765, false));
  await supervisor.retry();
  expect(tried).toEqual([]);
  taken.add(4765);
  await supervisor.follow(viewOf(4765));
  await supervisor.stop();
  await supervisor.retry();
  expect(tried).toEqual([4765]);
});

test('settings that arrive while the app ends, or wait for their turn then, open nothing', async () => {
  const { supervisor, open, tried } = rig();
  const waiting = [supervisor.follow(viewOf(4765)), supervisor.follow(viewOf(4770))];
  const ended = supervisor.stop();
  waiting.push(supervisor.follow(viewOf(4771)), supervisor.retry());
  await Promise.all([...waiting, ended]);
  expect([open, tried]).toEqual([[], []]);
});
