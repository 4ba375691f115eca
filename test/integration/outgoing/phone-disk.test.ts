import { expect, test } from 'vitest';
import { createPhoneOverlay } from '../../../src/main/core/outbox/phone-overlay.ts';
import { createSender } from '../../../src/main/core/outbox/sender.ts';
import type { OutboxStore, SendOutcome } from '../../../src/main/core/outbox/types.ts';
import { createOutbox } from '../../../src/main/store/orders/outbox.ts';
import { createFakeTime } from '../../fakes/fake-time.ts';
import { openTempStore } from '../../fakes/temp-store.ts';

const START = '2026-03-02T15:00:00.000Z';
const SENT: SendOutcome = { kind: 'sent' };
const BUSY: SendOutcome = {
  kind: 'failed',
  trouble: 'busy',
  status: 503,
  isFinal: false,
  retryAfterMs: null,
};

/** The sender of the phone over the real store, whose writes fail when told so. */
function rig() {
  const time = createFakeTime(START);
  const temp = openTempStore(time.now);
  const kept = createOutbox(temp.db);
  const main = { writes: true, reads: true, answer: SENT, sent: [] as string[] };
  const when =
    <A extends readonly unknown[], R>(isWell: () => boolean, work: (...args: A) => R) =>
    (...args: A): R => {
      if (!isWell()) throw new Error('disk I/O error');
      return work(...args);
    };
  const writes = () => main.writes;
  const reads = () => main.reads;
  const failing: OutboxStore = {
    add: when(writes, kept.add),
    noteSent: when(writes, kept.noteSent),
    noteRetry: when(writes, kept.noteRetry),
    noteDead: when(writes, kept.noteDead),
    drop: when(writes, kept.drop),
    hurry: when(writes, kept.hurry),
    resend: when(writes, kept.resend),
    dismiss: when(writes, kept.dismiss),
    purge: when(writes, kept.purge),
    nextDue: when(reads, kept.nextDue),
    state: when(reads, kept.state),
    deadLetters: when(reads, kept.deadLetters),
    phoneMessages: when(reads, kept.phoneMessages),
  };
  const store = createPhoneOverlay(failing);
  const sender = createSender({
    target: 'phone',
    store,
    send: ({ id }) => {
      if (main.answer.kind === 'sent') main.sent.push(id);
      return Promise.resolve(main.answer);
    },
    isOpen: () => true,
    patienceMs: 12 * 3_600_000,

    longestWishMs: 6 * 3_600_000,
    now: time.now,
    monotonicMs: time.monotonicMs,
    random: () => 0.5,
    schedule: time.schedule,
    onChange: () => undefined,
    log: { info: () => undefined, error: () => undefined },
  });
  const tell = (id: string, target: 'phone' | 'till-post' = 'phone'): void =>
    store.add([{ id, target, lane: 'phone', code: '4821', body: `{"id":"${id}"}`, at: time.now() }]);
  const pass = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) {
      await time.pass(1_000);
      sender.wake();
      await time.pass(0);
    }
  };
  return { main, time, store, kept, sender, tell, pass, end: temp.close };
}

test('a phone is told while nothing can be stored, once, and the store hears of it when it is back', async () => {
  const { main, store, kept, tell, pass, end } = rig();
  main.writes = false;
  tell('m-1');
  await pass(40);
  expect(main.sent).toEqual(['m-1']);
  expect(store.phoneMessages(START)).toEqual([{ id: 'm-1', body: '{"id":"m-1"}', isSent: true }]);
  main.writes = true;
  tell('m-2');
  await pass(40);
  expect(main.sent).toEqual(['m-1', 'm-2']);
  expect(kept.phoneMessages(START).map(({ id, isSent }) => [id, isSent])).toEqual([
    ['m-1', true],
    ['m-2', true],
  ]);
  expect(kept.state('phone').waiting).toBe(0);
  end();
});

test('one that fails meanwhile waits and goes again, and counts as waiting', async () => {
  const { main, store, kept, tell, pass, end } = rig();
  main.writes = false;
  main.answer = BUSY;
  tell('m-1');
  await pass(3);
  expect(store.state('phone').waiting).toBe(1);
  main.answer = SENT;
  await pass(60);
  expect(main.sent).toEqual(['m-1']);
  main.writes = true;
  await pass(5);
  store.purge('2020-01-01T00:00:00.000Z');
  expect(kept.phoneMessages(START)).toMatchObject([{ id: 'm-1', isSent: true }]);
  end();
});

test('what waits when the disk is back is stored, and sent from there', async () => {
  const { main, kept, tell, pass, end } = rig();
  main.writes = false;
  main.answer = BUSY;
  tell('m-1');
  await pass(2);
  main.writes = true;
  await pass(10);
  expect(kept.state('phone').waiting).toBe(1);
  main.answer = SENT;
  await pass(60);
  expect(main.sent).toEqual(['m-1']);
  end();
});

test('a disk that cannot even be read: nobody is told twice of what was known before', async () => {
  const { main, store, tell, pass, end } = rig();
  tell('m-1');
  await pass(2);
  expect(store.phoneMessages(START)).toHaveLength(1);
  main.writes = false;
  main.reads = false;
  expect(store.phoneMessages(START)).toMatchObject([{ id: 'm-1' }]);
  tell('m-2');
  await pass(40);
  expect(main.sent).toEqual(['m-1', 'm-2']);
  expect(store.phoneMessages(START).map(({ id }) => id)).toEqual(['m-1', 'm-2']);
  end();
});

test('messages to the till are stored or refused, as before', () => {
  const { main, tell, end } = rig();
  main.writes = false;
  expect(() => tell('t-1', 'till-post')).toThrow('disk I/O error');
  end();
});

test('a dismissed letter is gone from the list and never sent, and is still known', async () => {
  const { main, store, time, tell, pass, end } = rig();
  main.answer = { ...BUSY, isFinal: true, trouble: 'refused', status: 400 };
  tell('m-1');
  await pass(2);
  const [letter] = store.deadLetters();
  expect(letter?.id).toBe('m-1');
  store.dismiss([
    { id: 'm-1', target: 'phone' },
    { id: 'nobody', target: 'phone' },
  ]);
  expect(store.deadLetters()).toEqual([]);
  expect(store.state('phone').dead).toBe(0);
  store.resend('phone', 'm-1', time.now());
  main.answer = SENT;
  await pass(30);
  expect(main.sent).toEqual([]);
  expect(store.phoneMessages(START)).toHaveLength(1);
  end();
});
