import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import { textsFor } from '../../../src/shared/texts/texts.ts';

const ended: number[] = [];
const shown: string[] = [];
vi.mock('electron', () => ({
  app: { exit: (code: number) => ended.push(code), on: () => undefined, whenReady: () => Promise.resolve() },
  dialog: {
    showMessageBox: ({ message }: { readonly message: string }) => {
      shown.push(message);
      return Promise.resolve();
    },
  },
}));
const { QUIT, runWatcher } = await import('../../../src/main/shell/process/watcher.ts');

/** Starts an app that does this with its channel. */
const child = (code: string): readonly string[] => ['-e', code];
const FAILS = child('process.exit(3)');
const QUITS = child(`process.send(${JSON.stringify(QUIT)}, () => process.exit(0))`);
const KILLED = child('process.kill(process.pid, "SIGKILL")');

let given: string[];
let channel: EventEmitter & { connected: boolean };
beforeEach(() => {
  ended.length = 0;
  shown.length = 0;
  given = [];
  channel = Object.assign(new EventEmitter(), { connected: true });
});

function watch(args: readonly string[], mayStart = true): void {
  runWatcher({
    program: process.execPath,
    args,
    words: () => textsFor('es').start,
    watchedPid: 4711,
    mayStart: (dead) => mayStart && dead[0] === 4711,
    onGivingUp: () => given.push('noted'),
    channel,
    waitMs: 5,
  });
}
async function untilEnded(): Promise<void> {
  await expect.poll(() => ended, { timeout: 20_000 }).not.toEqual([]);
}

test('an app that says it quits is not started again', () => {
  watch(FAILS);
  channel.emit('message', QUIT);
  channel.emit('disconnect');
  expect(ended).toEqual([0]);
});

test('an app that failed is started again; when that one quits the watcher goes', async () => {
  watch(QUITS);
  channel.emit('disconnect');
  await untilEnded();
  expect(ended).toEqual([0]);
  expect(given).toEqual([]);
});

test.for([
  ['ends badly', FAILS],
  ['is killed', KILLED],
] as const)('an app that %s again and again is given up, which is noted and said', async ([, args]) => {
  watch(args);
  channel.emit('disconnect');
  await untilEnded();
  expect(ended).toEqual([1]);
  expect(given).toEqual(['noted']);
  expect(shown).toEqual([textsFor('es').start.gaveUpTitle]);
});

test('a watcher that finds the app gone when it begins to listen starts it again', async () => {
  channel.connected = false;
  watch(QUITS);
  await untilEnded();
  expect(ended).toEqual([0]);
});

test('where the profile is gone, or somebody has started the app since, nothing is started', async () => {
  watch(FAILS, false);
  channel.emit('disconnect');
  await untilEnded();
  expect(ended).toEqual([0]);
});
