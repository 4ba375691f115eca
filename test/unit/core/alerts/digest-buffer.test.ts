import { describe, expect, test } from 'vitest';
import { createDigestBuffer, type PublishNews } from '../../../../src/main/core/alerts/digest-buffer.ts';
import type { OrderChange } from '../../../../src/main/core/orders/types.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { incomingStored } from '../sync/run-rig.ts';

function change(id: string): OrderChange {
  return { before: null, after: incomingStored(id), raised: [], closed: [] };
}

function rig() {
  const time = createFakeTime();
  const told: { ids: string[]; gap: number | undefined }[] = [];
  const publish: PublishNews = ({ changes, gapMinutes: gap }) =>
    void told.push({ ids: changes.map(({ after }) => after.order.id), gap });
  return { held: createDigestBuffer({ publish, schedule: time.schedule }), told, time };
}

describe('news of a run', () => {
  test('after a gap all pages become one digest at the end', () => {
    const { held, told } = rig();
    held.begin(42, false);
    held.add([change('a')]);
    held.add([]);
    held.add([change('b'), change('c')]);
    expect(told).toEqual([]);
    held.end();
    expect(told).toEqual([{ ids: ['a', 'b', 'c'], gap: 42 }]);
  });

  test('without a gap each page is told at once', () => {
    const { held, told } = rig();
    held.begin(null, false);
    held.add([change('a')]);
    held.add([change('b')]);
    held.end();
    expect(told).toEqual([
      { ids: ['a'], gap: undefined },
      { ids: ['b'], gap: undefined },
    ]);
  });

  test('a run that takes long tells its digest after fifteen seconds, and what it finds later at once', async () => {
    const { held, told, time } = rig();
    held.begin(42, false);
    held.add([change('a')]);
    await time.pass(15_000);
    expect(told).toEqual([{ ids: ['a'], gap: 42 }]);
    held.add([change('b')]);
    expect(told.slice(1)).toEqual([{ ids: ['b'], gap: undefined }]);
    held.end();
    expect(told).toHaveLength(2);
    expect(time.timers()).toBe(0);
  });

  test('a run that found nothing for long still tells one digest', async () => {
    const { held, told, time } = rig();
    held.begin(42, false);
    await time.pass(60_000);
    held.add([change('a')]);
    held.add([change('b')]);
    held.end();
    expect(told).toEqual([{ ids: ['a', 'b'], gap: 42 }]);
  });

  test('after an outage, however short, the news comes with its end', () => {
    const { held, told } = rig();
    held.begin(null, true);
    held.add([change('a')]);
    expect(told).toEqual([]);
    held.end();
    expect(told).toEqual([{ ids: ['a'], gap: undefined }]);
  });

  test('a run that found nothing says nothing', () => {
    const { held, told } = rig();
    held.begin(42, false);
    held.end();
    expect(told).toEqual([]);
  });

  test('the gap ends with its run', () => {
    const { held, told } = rig();
    held.begin(42, false);
    held.end();
    held.add([change('slice')]);
    expect(told).toEqual([{ ids: ['slice'], gap: undefined }]);
  });
});
