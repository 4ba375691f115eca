import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { createLeave } from '../../../src/main/leave.ts';
import { within } from '../../../src/main/timing.ts';

/** Another program that answers each word it gets, at once. */
async function startOther() {
  const other = spawn(process.execPath, ['-e', 'process.stdin.pipe(process.stdout)']);
  onTestFinished(() => void other.kill('SIGKILL'));
  other.stdin.write('ready');
  await once(other.stdout, 'data');
  return other;
}

function standStill(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test('an answer that waited unread, because this process stood still, is in time', async () => {
  const other = await startOther();
  const answer = once(other.stdout, 'data').then(String);
  other.stdin.write('here');
  const waited = within(200, answer);
  // Longer than a busy computer needs for it.
  standStill(3_000);
  expect(await waited).toBe('here');
});

test('nor does such an answer end a request as late', async () => {
  const other = await startOther();
  const leave = createLeave({ ms: 200 });
  const ended = once(other.stdout, 'data').then(() => leave.end());
  other.stdin.write('here');
  standStill(3_000);
  await ended;
  expect(leave.isLate()).toBe(false);
});
