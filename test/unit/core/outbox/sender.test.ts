import { expect, test } from 'vitest';
import { createSender } from '../../../../src/main/core/outbox/sender.ts';
import type { OutboxStore, WaitingMessage } from '../../../../src/main/core/outbox/types.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';

const NOON = '2026-03-01T12:00:00.000Z';
const MESSAGE: WaitingMessage = {
  id: 'm-1',
  target: 'till-post',
  lane: 'o-1',
  code: '4821',
  body: '{}',
  at: NOON,
  tries: 0,
};

test('a place that never answers does not hold up the end of the app', async () => {
  const time = createFakeTime(NOON);
  const nothing = (): void => undefined;
  const store: OutboxStore = {
    add: nothing,
    nextDue: () => MESSAGE,
    noteSent: nothing,
    noteRetry: nothing,
    noteDead: nothing,
    dismiss: () => undefined,
    drop: nothing,
    hurry: nothing,
    resend: nothing,
    purge: nothing,
    state: () => {
      throw new Error('Nobody asks');
    },
    deadLetters: () => [],
    phoneMessages: () => [],
  };
  const sender = createSender({
    target: 'till-post',
    store,
    send: () => new Promise(nothing),
    isOpen: () => true,
    patienceMs: 1_000_000,

    longestWishMs: 6 * 3_600_000,
    now: time.now,
    monotonicMs: time.monotonicMs,
    random: () => 0.5,
    schedule: time.schedule,
    onChange: nothing,
    log: { info: nothing, error: nothing },
  });
  sender.wake();
  await Promise.resolve();
  let isStopped = false;
  void sender.stop().then(() => {
    isStopped = true;
  });
  await time.pass(1_900);
  expect(isStopped).toBe(false);
  await time.pass(200);
  expect(isStopped).toBe(true);
});
