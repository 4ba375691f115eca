import { expect, test } from 'vitest';
import { createDemonstration } from '../../../../src/main/core/demo/demonstration.ts';
import type { DemoDirection, DemoNews, DemoState } from '../../../../src/shared/demo.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import type { SecretName, Settings } from '../../../../src/shared/settings/settings.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';

const OPENED: DemoNews = {
  kind: 'opened',
  baseUrl: 'http://127.0.0.1:40001',
  publicUrl: 'http://127.0.0.1:40002',
  chainId: 'chain',
  vendorId: '77',
  shopName: 'Almacén de Práctica',
};
const SCENE = { step: 'ready', codes: ['4845'], isPaused: false } as const;

/** A demonstration whose surroundings can be broken. */
function rig() {
  const time = createFakeTime();
  const world = { opens: true, keychain: true, disk: true };
  const told: DemoDirection[] = [];
  const states: DemoState[] = [];
  const saved = { settings: [] as Settings[], secrets: new Map<SecretName, string>() };
  const done: string[] = [];
  const errors: string[] = [];
  let hear: { readonly news: (news: DemoNews) => void; readonly end: () => void } | null = null;
  const demonstration = createDemonstration({
    process: {
      start: (on) => {
        hear = on;
        done.push('start');
      },
      send: (direction) => {
        told.push(direction);
        if (direction.kind === 'open') hear?.news(world.opens ? OPENED : { kind: 'failed', detail: 'taken' });
      },
      stop: () => done.push('stop'),
    },
    pace: 2,
    language: 'en',
    findPorts: () => Promise.resolve({ apiPort: 40_001, publicPort: 40_002, receiverPort: 40_003 }),
    newSecret: () => `secret ${String(Math.random())}`,
    saveSettings: (settings) => {
      saved.settings.push(settings);
      return world.disk ? ok(settings) : err('full');
    },
    saveSecret: (name, value) => {
      if (!world.keychain) return Promise.resolve(err('locked'));
      saved.secrets.set(name, value);
      return Promise.resolve(ok(null));
    },
    follow: () => Promise.resolve(void done.push('follow')),
    poll: () => Promise.resolve(done.push('poll')),
    proveTunnel: () => Promise.resolve(done.push('prove')),
    schedule: time.schedule,
    onState: (state) => states.push(state),
    log: { error: (message) => errors.push(message) },
  });
  const news = (one: DemoNews): void => hear?.news(one);
  const end = (): void => hear?.end();
  return { time, world, told, states, saved, done, errors, demonstration, news, end };
}

test('it sets up the invented shop: its address, its keys, its port, the language of the real one', async () => {
  const { demonstration, saved, told, done } = rig();
  await demonstration.prepare();
  await demonstration.play();
  const [settings] = saved.settings;
  expect(settings).toMatchObject({
    shop: { name: 'Almacén de Práctica', chainId: 'chain', vendorId: '77' },
    partner: { baseUrl: 'http://127.0.0.1:40001', auth: 'token' },
    receiver: { port: 40_003 },
    tunnel: { provider: 'own-url', publicUrl: 'http://127.0.0.1:40002' },
    language: 'en',
  });
  const [open] = told;
  if (open?.kind !== 'open') throw new Error('not opened');
  expect(open.token).not.toBe(open.webhookSecret);
  expect(Object.fromEntries(saved.secrets)).toEqual({
    'partner-token': open.token,
    'webhook-secret': open.webhookSecret,
  });
  // The settings never hold a key.
  expect(JSON.stringify(settings)).not.toContain('secret 0');
  expect(told.map(({ kind }) => kind)).toEqual(['open', 'play']);
  expect(done.slice(0, 2)).toEqual(['start', 'poll']);
});

test('scenes are shown, commands are handed on, and asking is done at once', async () => {
  const { demonstration, states, told, done, news } = rig();
  await demonstration.prepare();
  await demonstration.play();
  news({ kind: 'scene', scene: SCENE });
  expect(states.at(-1)).toEqual({ phase: 'playing', scene: SCENE });
  expect(demonstration.state()).toEqual(states.at(-1));
  demonstration.command('pause');
  expect(told.at(-1)).toEqual({ kind: 'command', command: 'pause' });
  const polls = done.filter((what) => what === 'poll').length;
  news({ kind: 'ask' });
  expect(done.filter((what) => what === 'poll')).toHaveLength(polls + 1);
});

test('the public address is asked for a proof again and again, at its pace, until it stops', async () => {
  const { time, done, demonstration } = rig();
  await demonstration.prepare();
  await demonstration.play();
  const proofs = (): number => done.filter((what) => what === 'prove').length;
  expect(proofs()).toBe(1);
  await time.pass(5000);
  expect(proofs()).toBe(11);
  demonstration.stop();
  await time.pass(5000);
  expect(proofs()).toBe(11);
});

test('without a keychain it says so, keeps no key anywhere else, and begins when it opens', async () => {
  const { time, world, saved, done, told, demonstration } = rig();
  world.keychain = false;
  await demonstration.prepare();
  await demonstration.play();
  expect(demonstration.state()).toEqual({ phase: 'stopped', cause: 'keychain' });
  await time.pass(20_000);
  expect(told.map(({ kind }) => kind)).toEqual(['open']);
  world.keychain = true;
  await time.pass(5000);
  expect(saved.secrets.size).toBe(2);
  expect(done.slice(-3)).toEqual(['follow', 'poll', 'prove']);
  expect(demonstration.state().phase).toBe('playing');
});

test.each(['opens', 'disk'] as const)(
  'it says what stopped it (%s) and starts over when asked to',
  async (broken) => {
    const { time, world, done, demonstration } = rig();
    world[broken] = false;
    await demonstration.prepare();
    await demonstration.play();
    expect(demonstration.state()).toEqual({
      phase: 'stopped',
      cause: broken === 'disk' ? 'disk' : 'simulator',
    });
    demonstration.command('next');
    world[broken] = true;
    demonstration.command('restart');
    await time.pass(10);
    expect(demonstration.state().phase).toBe('playing');
    expect(done.filter((what) => what === 'start')).toHaveLength(2);
  },
);

test('a process that ends by itself is told, one that is stopped is not', async () => {
  const { states, end, demonstration, time, done } = rig();
  await demonstration.prepare();
  await demonstration.play();
  end();
  expect(demonstration.state()).toEqual({ phase: 'stopped', cause: 'simulator' });
  const before = done.length;
  await time.pass(10_000);
  expect(done).toHaveLength(before);

  const other = rig();
  await other.demonstration.prepare();
  await other.demonstration.play();
  other.demonstration.stop();
  other.end();
  expect(other.demonstration.state().phase).toBe('playing');
  expect(other.done.at(-1)).toBe('stop');
  expect(states).not.toEqual([]);
});
