import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../src/main/partner/rate-limit.ts';

/** A clock that only moves when somebody sleeps. */
function rig(limit: number) {
  let nowMs = 1000;
  const slept: number[] = [];
  const rateLimit = createRateLimit({
    limit,
    windowMs: 60_000,
    monotonicMs: () => nowMs,
    sleep: (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      nowMs += ms;
      return Promise.resolve();
    },
  });
  return { rateLimit, slept, now: () => nowMs, pass: (ms: number) => (nowMs += ms) };
}

describe('createRateLimit', () => {
  it('lets as many as the limit through at once and the next one when the first is a minute old', async () => {
    const { rateLimit, slept, pass } = rig(3);
    await rateLimit.acquire();
    pass(10_000);
    await rateLimit.acquire();
    await rateLimit.acquire();
    expect(slept).toEqual([]);
    await rateLimit.acquire();
    expect(slept).toEqual([50_000]);
  });

  it('never lets more than the limit into any minute', async () => {
    const { rateLimit, now, pass } = rig(4);
    const times: number[] = [];
    for (let index = 0; index < 40; index += 1) {
      pass((index * 7919) % 23_000);
      await rateLimit.acquire();
      times.push(now());
    }
    for (const at of times) {
      expect(times.filter((time) => time >= at && time < at + 60_000).length).toBeLessThanOrEqual(4);
    }
  });

  it('serves those who wait in the order they came', async () => {
    const { rateLimit } = rig(1);
    const served: number[] = [];
    await Promise.all([1, 2, 3, 4].map(async (who) => rateLimit.acquire().then(() => served.push(who))));
    expect(served).toEqual([1, 2, 3, 4]);
  });

  it('lets the next one pass when one gives up, and counts no request for it', async () => {
    let wake = (): void => undefined;
    let nowMs = 0;
    const rateLimit = createRateLimit({
      limit: 1,
      windowMs: 60_000,
      monotonicMs: () => nowMs,
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new Error('aborted')));
          wake = () => {
            nowMs += ms;
            resolve();
          };
        }),
    });
    await rateLimit.acquire();
    const [sleeper, queued] = [new AbortController(), new AbortController()];
    const first = rateLimit.acquire(sleeper.signal);
    const second = rateLimit.acquire(queued.signal);
    const third = rateLimit.acquire();
    await Promise.resolve();
    queued.abort();
    await expect(second).rejects.toThrow('aborted');
    sleeper.abort();
    await expect(first).rejects.toThrow('aborted');
    await new Promise((resolve) => setImmediate(resolve));
    wake();
    await expect(third).resolves.toBeUndefined();
  });

  it('lets nobody overtake one whose sleep takes longer than it should', async () => {
    let nowMs = 0;
    const sleepers: (() => void)[] = [];
    const rateLimit = createRateLimit({
      limit: 1,
      windowMs: 60_000,
      monotonicMs: () => nowMs,
      sleep: () => new Promise((resolve) => sleepers.push(resolve)),
    });
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    const served: string[] = [];
    await rateLimit.acquire();
    void rateLimit.acquire().then(() => served.push('first'));
    await settled();
    nowMs = 60_001;
    void rateLimit.acquire().then(() => served.push('second'));
    await settled();
    expect(served).toEqual([]);
    sleepers[0]?.();
    await settled();
    expect(served).toEqual(['first']);
  });

  it('refuses at once who comes with an aborted signal', async () => {
    const { rateLimit, slept } = rig(1);
    await expect(rateLimit.acquire(AbortSignal.abort())).rejects.toThrow('aborted');
    await rateLimit.acquire();
    expect(slept).toEqual([]);
  });
});

describe('what is kept for whom', () => {
  it.each([
    ['past', 40],
    ['news', 55],
    ['person', 60],
  ] as const)('%s may have %d of the sixty of a minute', async (urgency, share) => {
    const { rateLimit, slept } = rig(60);
    for (let index = 0; index < share; index += 1) await rateLimit.acquire(undefined, urgency);
    expect(slept).toEqual([]);
    await rateLimit.acquire(undefined, urgency);
    expect(slept).toEqual([60_000]);
  });

  it('neither a poll nor a person waits behind a sweep that used up its share', async () => {
    const { rateLimit, slept } = rig(60);
    for (let index = 0; index < 40; index += 1) await rateLimit.acquire(undefined, 'past');
    for (let index = 0; index < 15; index += 1) await rateLimit.acquire(undefined, 'news');
    for (let index = 0; index < 5; index += 1) await rateLimit.acquire(undefined, 'person');
    expect(slept).toEqual([]);
  });

  it('a person passes those who wait for their share', async () => {
    let release = (): void => undefined;
    let nowMs = 0;
    const rateLimit = createRateLimit({
      limit: 60,
      windowMs: 60_000,
      monotonicMs: () => nowMs,
      sleep: () =>
        new Promise((resolve) => {
          release = resolve;
        }),
    });
    for (let index = 0; index < 40; index += 1) await rateLimit.acquire(undefined, 'past');
    const sweep = rateLimit.acquire(undefined, 'past');
    await rateLimit.acquire(undefined, 'person');
    nowMs = 60_000;
    release();
    await expect(sweep).resolves.toBeUndefined();
  });

  it('a limit that is too small to be shared keeps at least one for each', async () => {
    const { rateLimit, slept } = rig(1);
    for (const urgency of ['past', 'news', 'person'] as const) await rateLimit.acquire(undefined, urgency);
    expect(slept).toEqual([60_000, 60_000]);
  });

  it('all together never pass the limit in any minute', async () => {
    const { rateLimit, now, pass } = rig(12);
    const times: number[] = [];
    const urgencies = ['past', 'news', 'person'] as const;
    for (let index = 0; index < 120; index += 1) {
      pass((index * 7919) % 9_000);
      await rateLimit.acquire(undefined, urgencies[index % 3]);
      times.push(now());
    }
    for (const at of times) {
      expect(times.filter((time) => time >= at && time < at + 60_000).length).toBeLessThanOrEqual(12);
    }
  });
});
