import { afterEach, beforeEach, expect, test } from 'vitest';
import { planRing } from '../../../../src/main/core/alerts/ring-plan.ts';
import { createOrdersLight } from '../../../../src/main/core/health/orders-light.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../../src/shared/settings/alert-settings.ts';
import { createReceiveRig, rung, type ReceiveRig } from './rig.ts';

const V1 = '2026-03-02T14:50:00.000Z';
const V2 = '2026-03-02T14:55:00.000Z';
const V3 = '2026-03-02T14:58:00.000Z';
const ODD = { status: 'UNKNOWN', statusText: 'ON_HOLD' } as const;

/** How the light stands with what is open. */
function light(): unknown {
  const said: unknown[] = [];
  createOrdersLight({ health: { set: (...entry) => said.push(entry) } }).showAlerts(rig.store.openAlerts());
  return said.at(-1);
}

let rig: ReceiveRig;
beforeEach(() => {
  rig = createReceiveRig();
});
afterEach(() => rig.close());

test('a status that nobody knows rings when the platform calls with it, once, and makes a light yellow', () => {
  expect(rung(rig.arrive({ ...ODD, version: V1 })).raised).toEqual(['unclear']);
  expect(rig.alert('unclear')).toMatchObject({ code: '4821', reason: 'ON_HOLD', since: V1 });
  expect(rung(rig.arrive({ ...ODD, statusText: 'ON_THE_MOON', version: V2 })).raised).toEqual([]);
  expect(light()).toEqual(['orders', 'degraded', 'status-unknown', '4821']);
  const { ring } = planRing([{ alert: rig.alert('unclear'), ageMs: 0 }], DEFAULT_ALERT_SETTINGS, {
    minuteOfDay: 720,
    msOfMinute: 0,
    mutedForMs: 0,
  });
  expect(ring).toMatchObject({ kind: 'unclear', tone: 'knock' });
});

test.each(['catch-up', 'refresh'] as const)('found by %s alone it is listed in silence', (source) => {
  expect(rung(rig.arrive({ ...ODD, version: V1 }, { source })).raised).toEqual([]);
  expect(rig.store.listOrders()).toMatchObject([{ status: 'UNKNOWN', statusText: 'ON_HOLD' }]);
  expect(rig.open()).toEqual([]);
});

test('the platform’s call rings also when asking was faster with the same news, once', () => {
  rig.arrive({ ...ODD, version: V1 }, { source: 'catch-up' });
  expect(rung(rig.arrive({ ...ODD, version: V1 })).raised).toEqual(['unclear']);
  rig.store.acknowledge([rig.alert('unclear').id], 'counter', rig.now());
  expect(rung(rig.arrive({ ...ODD, version: V1 })).raised).toEqual([]);
  expect(rung(rig.arrive({ ...ODD, version: V1 }, { source: 'catch-up' })).raised).toEqual([]);
  expect(rig.open()).toEqual([]);
});

test.each(['webhook', 'catch-up', 'refresh'] as const)(
  'a cancellation that was only asked for rings, found by %s too, and takes nothing from a bag that waits',
  (source) => {
    rig.arrive({ version: V1 });
    const asked = { status: 'UNKNOWN', statusText: 'CANCELLATION_REQUESTED', version: V2 } as const;
    expect(rung(rig.arrive(asked, { source })).raised).toEqual(['unclear']);
    expect(rig.stored().order.status).toBe('READY_FOR_PICKUP');
    expect(rig.open().toSorted()).toEqual(['ready', 'unclear']);
    expect(rung(rig.arrive({ status: 'CANCELLED', version: V3 }, { source })).raised).toEqual(['cancelled']);
    expect(rig.open()).toEqual(['cancelled']);
  },
);

test('an order that is known rings too, and keeps the status that is known', () => {
  rig.arrive({ status: 'ACCEPTED', version: V1 });
  expect(rung(rig.arrive({ ...ODD, version: V2 })).raised).toEqual(['unclear']);
  expect(rig.stored().order.status).toBe('ACCEPTED');
});

test('also where the platform tells no version', () => {
  rig.arrive({ status: 'ACCEPTED', version: V1 });
  expect(rung(rig.arrive({ ...ODD, version: null })).raised).toEqual(['unclear']);
});

test.each(['READY_FOR_PICKUP', 'PICKED_UP', 'CANCELLED'] as const)(
  '%s that comes after it ends it',
  (status) => {
    rig.arrive({ ...ODD, version: V1 });
    expect(rung(rig.arrive({ status, version: V2 }, { source: 'catch-up' })).closed).toEqual(['unclear']);
    expect(rig.open()).not.toContain('unclear');
    expect(light()).toEqual(['orders', 'off', 'not-used']);
  },
);

test('news of before it does not end it', () => {
  rig.arrive({ ...ODD, version: V2 });
  expect(rung(rig.arrive({ status: 'ACCEPTED', version: V1 }, { source: 'catch-up' })).closed).toEqual([]);
  expect(rig.open()).toEqual(['unclear']);
});

test.each(['CANCELLED', 'DELIVERED'] as const)(
  'but %s ends it whenever it is of: that order has ended',
  (status) => {
    rig.arrive({ ...ODD, version: V2 });
    expect(rung(rig.arrive({ status, version: V1 }, { source: 'catch-up' })).closed).toEqual(['unclear']);
    expect(rig.open()).not.toContain('unclear');
  },
);

test('whoever sees it ends it, and so does the hand-over', () => {
  rig.arrive({ ...ODD, version: V2 });
  rig.store.acknowledge([rig.alert('unclear').id], 'counter', rig.now());
  expect(rig.open()).toEqual([]);
  expect(rung(rig.arrive({ ...ODD, version: V3, comment: 'otra' })).raised).toEqual([]);
});

test('a hand-over that is taken back ends no more than the mark did', () => {
  rig.arrive({ version: V1 });
  rig.arrive({ ...ODD, version: V2 });
  rig.mark(true);
  expect(rig.open()).toEqual([]);
  expect(rig.mark(false)?.raised.map(({ kind }) => kind)).toEqual(['ready', 'unclear']);
  expect(light()).toEqual(['orders', 'degraded', 'status-unknown', '4821']);
});

test.each(['PICKED_UP', 'CANCELLED', 'READY_FOR_PICKUP'] as const)(
  'but not what %s ended, which came while the mark stood',
  (status) => {
    rig.arrive({ version: V1 });
    rig.arrive({ ...ODD, version: V2 });
    rig.mark(true);
    rig.arrive({ status, version: V3 });
    rig.mark(false);
    expect(rig.open()).not.toContain('unclear');
  },
);

test('nor what somebody had seen, though it can still be unseen', () => {
  rig.arrive({ ...ODD, version: V2 });
  rig.store.acknowledge([rig.alert('unclear').id], 'counter', rig.now());
  rig.mark(true);
  rig.mark(false);
  expect(rig.open()).toEqual([]);
  rig.store.unacknowledge([rig.alert('unclear').id]);
  expect(rig.open()).toEqual(['unclear']);
});

test.each([
  ['it is late news', { status: 'PICKED_UP', version: V3 } as const],
  ['the order is cancelled', { status: 'CANCELLED', version: V1 } as const],
  ['the order was delivered', { status: 'DELIVERED', version: V1 } as const],
])('it does not ring when %s', (_why, before) => {
  rig.arrive(before);
  expect(rung(rig.arrive({ ...ODD, version: V2 })).raised).toEqual([]);
});

test('it does not ring when it is older than a day', () => {
  expect(rung(rig.arrive({ ...ODD, version: '2026-03-01T14:00:00.000Z' })).raised).toEqual([]);
});
