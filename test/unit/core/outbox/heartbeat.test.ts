import { expect, test } from 'vitest';
import { createHeartbeat, isReallyWell, type LifeSigns } from '../../../../src/main/core/outbox/heartbeat.ts';
import type { SendOutcome } from '../../../../src/main/core/outbox/types.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';
import { shiftIso } from '../../../../src/shared/time.ts';

const WELL: LifeSigns = {
  poll: { ok: true, at: NOON },
  isReceiverOpen: true,
  hasAddress: true,
  isStored: true,
};

test.each<[string, Partial<LifeSigns>]>([
  ['no poll yet', { poll: null }],
  ['the last poll failed', { poll: { ok: false, at: NOON } }],
  ['the last poll is long ago', { poll: { ok: true, at: shiftIso(NOON, -12 * 60_000) } }],
  ['webhooks are expected and the receiver is closed', { isReceiverOpen: false }],
  ['nothing is stored', { isStored: false }],
])('a monitor is told nothing: %s', (_why, signs) => {
  expect(isReallyWell({ ...WELL, ...signs }, NOON)).toBe(false);
});

test('a shop that works by asking alone is well without a receiver', () => {
  expect(isReallyWell({ ...WELL, isReceiverOpen: false, hasAddress: false }, NOON)).toBe(true);
});

test('a beat goes every five minutes while all is well, never two at once, and none while it is not', async () => {
  const time = createFakeTime();
  const sent: string[] = [];
  let signs = WELL;
  let answer: SendOutcome = { kind: 'sent' };
  const heartbeat = createHeartbeat({
    settings: () => ({ enabled: true, address: 'https://hc.example/1', method: 'GET' }),
    signs: () => ({ ...signs, poll: { ok: true, at: time.now() } }),
    send: () => {
      sent.push(time.now());
      return Promise.resolve(answer);
    },
    now: time.now,
    monotonicMs: time.monotonicMs,
    onChange: () => undefined,
    log: { info: () => undefined },
  });
  const pass = async (minutes: number): Promise<void> => {
    for (let tick = 0; tick < minutes * 6; tick += 1) {
      heartbeat.look();
      await time.pass(10_000);
    }
  };
  await pass(14);
  expect(sent).toHaveLength(3);
  signs = { ...WELL, isStored: false };
  await pass(30);
  expect(sent).toHaveLength(3);
  signs = WELL;
  answer = { kind: 'failed', trouble: 'busy', status: 503, isFinal: false, retryAfterMs: null };
  await pass(1);
  expect(sent).toHaveLength(4);
  expect(heartbeat.last()).toMatchObject({ failed: { trouble: 'busy', status: 503 } });
});
