import { describe, expect, test } from 'vitest';
import {
  forgottenBefore,
  keptBelievable,
  latestTime,
  latestVersion,
  withBelievable,
} from '../../../../src/main/core/orders/time-limits.ts';
import { mergeNews } from '../../../../src/main/core/orders/merge.ts';
import type { KeptOrder } from '../../../../src/main/core/orders/types.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';
import { news } from '../../../fixtures/news.ts';
import { V1, V2, V3 } from './rig.ts';

/** What a clock that was years ahead let in. */
const AHEAD = '2031-03-02T15:00:00.000Z';
const LATEST = latestVersion(NOON);

function keptAt(version: string | null, status: 'READY_FOR_PICKUP' | 'CANCELLED' | 'PICKED_UP'): KeptOrder {
  const cancellation = { by: 'CUSTOMER', reason: 'CLOSED', afterPickUp: false };
  return mergeNews(null, news({ status, version, cancellation }), 'webhook', V3);
}

describe('how far times reach', () => {
  test('an order is kept for sixty days, and no change of it happens two days from now', () => {
    expect(forgottenBefore(NOON)).toBe('2026-01-01T15:00:00.000Z');
    expect(latestTime(forgottenBefore(NOON))).toBe('2026-03-04T15:00:00.000Z');
    expect(LATEST).toBe('2026-03-04T15:00:00.000Z');
  });

  test('the last believable moment is believed, the next is not, and no time is no lie', () => {
    const { order } = news({ version: LATEST });
    expect(withBelievable(order, LATEST)).toBe(order);
    expect(withBelievable(news({ version: '2026-03-04T15:00:00.001Z' }).order, LATEST).version).toBeNull();
    expect(withBelievable(news({ version: null }).order, LATEST).version).toBeNull();
    expect(withBelievable(news({ version: V1, createdAt: AHEAD }).order, LATEST)).toMatchObject({
      version: V1,
      createdAt: null,
    });
  });
});

describe('a kept order', () => {
  test('whose times can be is left as it is', () => {
    for (const status of ['READY_FOR_PICKUP', 'CANCELLED', 'PICKED_UP'] as const) {
      const kept = keptAt(V1, status);
      expect(keptBelievable(kept, LATEST)).toBe(kept);
    }
  });

  test('that was ready years from now was ready at the latest when it changed here', () => {
    const { stored, basis } = keptBelievable(keptAt(AHEAD, 'READY_FOR_PICKUP'), LATEST);
    expect(stored.order.version).toBeNull();
    expect(stored.readyAt).toBe(V3);
    expect(basis.readyVersion).toBeNull();
    expect(stored).not.toHaveProperty('leftAt');
    expect(stored).not.toHaveProperty('cancelledAt');
  });

  test('that was cancelled years from now was cancelled when that was known here, and no time beats a real one', () => {
    const { stored, basis } = keptBelievable(keptAt(AHEAD, 'CANCELLED'), LATEST);
    expect(stored.cancelledAt).toBe(V3);
    expect([basis.cancelledVersion, basis.cancellationVersion]).toEqual([null, null]);
    expect(stored.order.cancellation).not.toBeNull();
  });

  test('that left years from now left when that was known here', () => {
    const { stored } = keptBelievable(keptAt(AHEAD, 'PICKED_UP'), LATEST);
    expect(stored.leftAt).toBe(V3);
  });

  test('keeps what can be beside what cannot', () => {
    const ready = keptAt(V1, 'READY_FOR_PICKUP');
    const merged = mergeNews(ready, news({ status: 'CANCELLED', version: AHEAD }), 'webhook', V3);
    const { stored, basis } = keptBelievable(merged, LATEST);
    expect([stored.readyAt, basis.readyVersion]).toEqual([V1, V1]);
    expect([stored.cancelledAt, basis.cancelledVersion]).toEqual([V3, null]);
  });
});

describe('since when it is so', () => {
  test('by the platform’s time where that can be; else by when it became known here', () => {
    expect(keptAt(V1, 'PICKED_UP').stored.leftAt).toBe(V1);
    expect(keptAt(null, 'PICKED_UP').stored.leftAt).toBe(V3);
    expect(keptAt('1970-01-01T00:00:00.000Z', 'PICKED_UP').stored.leftAt).toBe(V3);
    expect(keptAt('2015-01-01T00:00:00.000Z', 'CANCELLED').stored.cancelledAt).toBe(
      '2015-01-01T00:00:00.000Z',
    );
  });

  test('the earliest news of it counts, in whatever order they come', () => {
    const left = (versions: readonly string[]): string | undefined =>
      versions.reduce<KeptOrder | null>(
        (kept, version) => mergeNews(kept, news({ status: 'PICKED_UP', version }), 'webhook', V3),
        null,
      )?.stored.leftAt;
    expect([left([V1, V2]), left([V2, V1])]).toEqual([V1, V1]);
    const cancelled = (versions: readonly string[]): string | undefined =>
      versions.reduce<KeptOrder | null>(
        (kept, version) => mergeNews(kept, news({ status: 'CANCELLED', version }), 'webhook', V3),
        null,
      )?.stored.cancelledAt;
    expect([cancelled([V1, V2]), cancelled([V2, V1])]).toEqual([V1, V1]);
  });
});

describe('news that say nearly nothing', () => {
  const bare = {
    code: '807c225f',
    externalId: null,
    customer: null,
    lines: [],
    totals: { ...news().order.totals, totalMinor: null },
  };
  const codeAfter = (more: Partial<Parameters<typeof news>[0]>): string =>
    mergeNews(
      mergeNews(null, news({ version: V1 }), 'webhook', V1),
      news({ version: V2, ...bare, ...more }),
      'webhook',
      V2,
    ).stored.order.code;

  test('do not take away the code by which staff know the bag', () => {
    expect(codeAfter({})).toBe('4821');
    expect(codeAfter({ code: '998', externalId: '998' })).toBe('4821');
    expect(codeAfter({ customer: { firstName: null, maskedPhone: null } })).toBe('4821');
  });

  test('replace it as soon as they name a code of its own, a customer, a product or a total', () => {
    expect(codeAfter({ code: '77', externalId: '1' })).toBe('77');
    expect(codeAfter({ customer: { firstName: 'Ana', maskedPhone: null } })).toBe('807c225f');
    expect(codeAfter({ lines: news().order.lines })).toBe('807c225f');
    expect(codeAfter({ totals: news().order.totals })).toBe('807c225f');
  });
});
