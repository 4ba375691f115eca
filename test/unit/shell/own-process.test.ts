import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';

/** Electron's process: before it has begun it has no pid, and ending it does nothing. */
class FakeUtilityProcess extends EventEmitter {
  pid: number | undefined = undefined;
  readonly ended: (number | undefined)[] = [];
  kill(): boolean {
    this.ended.push(this.pid);
    return this.pid !== undefined;
  }
  postMessage(): void {}
  begin(pid: number): void {
    this.pid = pid;
    this.emit('spawn');
  }
  end(code: number): void {
    this.pid = undefined;
    this.emit('exit', code);
  }
}

let child = new FakeUtilityProcess();
vi.mock('electron', () => ({ utilityProcess: { fork: () => child } }));
const { forkOwnProcess } = await import('../../../src/main/shell/process/own-process.ts');

beforeEach(() => {
  child = new FakeUtilityProcess();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function fork() {
  const own = forkOwnProcess('file.js', 'Test', {});
  let isGone = false;
  const kill = (): void => {
    void own.kill().then(() => {
      isGone = true;
    });
  };
  return { ...own, kill, isGone: () => isGone };
}
const turn = () => vi.advanceTimersByTimeAsync(0);

test('a process that is ended before it has begun is ended as soon as it has', async () => {
  const own = fork();
  own.kill();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(own.isGone()).toBe(false);
  child.begin(4_321);
  await turn();
  expect(child.ended).toEqual([4_321]);
  child.end(0);
  await turn();
  expect(own.isGone()).toBe(true);
});

test('a process that could not begin is gone', async () => {
  const own = fork();
  own.kill();
  child.end(1);
  await turn();
  expect(own.isGone()).toBe(true);
});

test('a process that does not end when it is asked to is killed after a second', async () => {
  const signals = spyOnKill(() => true);
  const own = fork();
  child.begin(4_321);
  own.kill();
  await vi.advanceTimersByTimeAsync(900);
  expect(signals()).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(signals()).toEqual([[4_321, 'SIGKILL']]);
  child.end(0);
  await turn();
  expect(own.isGone()).toBe(true);
});

test('a process that ended unseen is no reason to fail', async () => {
  const signals = spyOnKill(() => {
    throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' });
  });
  const own = fork();
  child.begin(4_321);
  own.kill();
  await vi.advanceTimersByTimeAsync(1_100);
  expect(signals()).toHaveLength(1);
  child.end(0);
  await turn();
  expect(own.isGone()).toBe(true);
});

test('a process that has ended by itself is not ended again', async () => {
  const signals = spyOnKill(() => true);
  const own = fork();
  child.begin(4_321);
  child.end(0);
  own.kill();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(own.isGone()).toBe(true);
  expect(signals()).toEqual([]);
});

function spyOnKill(kill: () => true) {
  const spy = vi.spyOn(process, 'kill').mockImplementation(kill);
  onTestFinished(() => spy.mockRestore());
  return () => spy.mock.calls;
}
