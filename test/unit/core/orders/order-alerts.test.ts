import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shiftIso } from '../../../../src/shared/time.ts';
import { createReceiveRig, ID, rung, V1, V2, V3, type ReceiveRig } from './rig.ts';

const DAY_MS = 86_400_000;

let rig: ReceiveRig;
beforeEach(() => {
  rig = createReceiveRig();
});
afterEach(() => rig.close());

describe('what rings', () => {
  test('READY rings once and PICKED_UP closes it', () => {
    expect(rung(rig.arrive({ version: V1 }))).toEqual({ raised: ['ready'], closed: [] });
    expect(rung(rig.arrive({ version: V2, comment: 'otra vez' }))).toEqual({ raised: [], closed: [] });
    expect(rung(rig.arrive({ status: 'PICKED_UP', version: V3 }))).toEqual({ raised: [], closed: ['ready'] });
    expect(rig.open()).toEqual([]);
  });

  test('an acknowledged READY does not ring again', () => {
    rig.arrive({ version: V1 });
    rig.store.acknowledge([rig.alert('ready').id], 'counter', rig.now());
    expect(rung(rig.arrive({ version: V2 })).raised).toEqual([]);
    expect(rig.open()).toEqual([]);
  });

  test('CANCELLED replaces READY', () => {
    rig.arrive({ version: V1 });
    const outcome = rig.arrive({ status: 'CANCELLED', version: V2 });
    expect(rung(outcome)).toEqual({ raised: ['cancelled'], closed: ['ready'] });
  });

  test('a late READY after CANCELLED is silent', () => {
    rig.arrive({ status: 'CANCELLED', version: V2 });
    expect(rung(rig.arrive({ version: V1 }))).toEqual({ raised: [], closed: [] });
    expect(rung(rig.arrive({ version: V3 }))).toEqual({ raised: [], closed: [] });
    expect(rig.open()).toEqual(['cancelled']);
  });

  test('a late READY after PICKED_UP is silent', () => {
    rig.arrive({ status: 'PICKED_UP', version: V2 });
    expect(rung(rig.arrive({ version: V1 }))).toEqual({ raised: [], closed: [] });
  });

  test('an order never seen before that arrives cancelled rings', () => {
    expect(rung(rig.arrive({ status: 'CANCELLED' }))).toEqual({ raised: ['cancelled'], closed: [] });
  });

  test.each([
    ['PICKED_UP had been seen', (): void => void rig.arrive({ status: 'PICKED_UP', version: V1 }), null],
    ['the platform says so', (): void => undefined, true],
    [
      'it was handed over here',
      (): void => {
        rig.arrive({ version: V1 });
        rig.handOver(rig.now());
      },
      null,
    ],
  ])('a cancellation is a late one when %s', (_why, before, afterPickUp) => {
    before();
    const cancellation = { by: 'CUSTOMER', reason: null, afterPickUp };
    expect(rung(rig.arrive({ status: 'CANCELLED', version: V2, cancellation })).raised).toEqual([
      'cancelled-after-handover',
    ]);
  });

  test('goods handed over after the cancellation had been told do not make it a late one', () => {
    rig.arrive({ status: 'CANCELLED', version: V1 });
    rig.move(60_000);
    rig.handOver(rig.now());
    rig.arrive({ status: 'CANCELLED', version: V2, comment: 'otra' });
    expect(rig.open()).toEqual(['cancelled']);
  });

  test('a cancellation is a late one also when the clock was ahead while the goods were handed over', () => {
    rig.arrive({ version: V1 });
    rig.handOver(shiftIso(rig.now(), DAY_MS));
    expect(rung(rig.arrive({ status: 'CANCELLED', version: V2 })).raised).toEqual([
      'cancelled-after-handover',
    ]);
    rig.arrive({ status: 'CANCELLED', version: V3, comment: 'otra' });
    expect(rig.open()).toEqual(['cancelled-after-handover']);
  });

  test('goods handed over after the cancellation was told, by a clock that was set back, make it no late one', () => {
    rig.arrive({ status: 'CANCELLED', version: V1 });
    rig.handOver(shiftIso(rig.now(), -DAY_MS));
    rig.arrive({ status: 'CANCELLED', version: V2, comment: 'otra' });
    expect(rig.open()).toEqual(['cancelled']);
  });

  test('that it had been picked up, learned later, changes the kind in place and does not ring again', () => {
    rig.arrive({ status: 'CANCELLED', version: V2 });
    const before = rig.alert('cancelled');
    rig.store.markShown([before.id], rig.now());
    rig.store.acknowledge([before.id], 'counter', rig.now());
    const marked = rig.alert('cancelled');
    expect(rung(rig.arrive({ status: 'PICKED_UP', version: V1 }))).toEqual({ raised: [], closed: [] });
    expect(rig.alert('cancelled-after-handover')).toEqual({ ...marked, kind: 'cancelled-after-handover' });
    expect(rig.store.alertsOf(ID)).toHaveLength(1);
  });

  test('READY does not ring for an order that was handed over already', () => {
    rig.arrive({ status: 'ACCEPTED', version: V1 });
    rig.handOver(rig.now());
    expect(rung(rig.arrive({ version: V2 })).raised).toEqual([]);
  });

  test('an alert says since when by the platform, and by this computer when the platform does not', () => {
    rig.arrive({ version: V1 });
    expect(rig.alert('ready')).toMatchObject({
      since: V1,
      code: '4821',
      customerFirstName: 'Lucía',
      reason: null,
    });
    const cancellation = { by: 'CUSTOMER', reason: 'CUSTOMER_REQUEST', afterPickUp: false };
    rig.arrive({ status: 'CANCELLED', version: null, cancellation });
    const alert = rig.alert('cancelled');
    expect(alert).toMatchObject({ since: alert.raisedAt, reason: 'CUSTOMER_REQUEST', source: 'webhook' });
  });
});

describe('a hand-over that is taken back', () => {
  test('brings back the alert that nobody had seen, and it rings again', () => {
    rig.arrive({ version: V1 });
    const before = rig.alert('ready');
    expect(rig.mark(true)).toMatchObject({ raised: [], closed: [{ id: before.id }] });
    rig.move(5_000);
    expect(rig.mark(false)).toMatchObject({ raised: [before], closed: [] });
    expect(rig.store.openAlerts()).toEqual([before]);
  });

  test('brings back nothing that somebody had seen, and that can still be unseen', () => {
    rig.arrive({ version: V1 });
    rig.store.acknowledge([rig.alert('ready').id], 'counter', rig.now());
    const before = rig.alert('ready');
    rig.mark(true);
    rig.move(5_000);
    expect(rig.mark(false)).toMatchObject({ raised: [], closed: [] });
    expect(rig.alert('ready')).toEqual(before);
    rig.store.unacknowledge([before.id]);
    expect(rig.open()).toEqual(['ready']);
  });

  test('does not wake what was listed in silence', () => {
    rig.arrive({ version: '2026-02-20T12:00:00.000Z' }, { source: 'catch-up' });
    rig.move(5_000);
    rig.mark(true);
    rig.move(5_000);
    expect(rig.mark(false)).toMatchObject({ raised: [], closed: [] });
    expect(rig.open()).toEqual([]);
  });

  test('brings back no ready alert of an order that was picked up or cancelled meanwhile', () => {
    rig.arrive({ version: V1 });
    rig.mark(true);
    rig.arrive({ status: 'PICKED_UP', version: V2 });
    expect(rig.mark(false)).toMatchObject({ raised: [], closed: [] });
    expect(rig.open()).toEqual([]);
  });

  test('leaves a cancellation that came meanwhile, which now must not be handed over', () => {
    rig.arrive({ version: V1 });
    rig.mark(true);
    rig.arrive({ status: 'CANCELLED', version: V2 });
    expect(rig.open()).toEqual(['cancelled-after-handover']);
    expect(rig.mark(false)).toMatchObject({ raised: [], closed: [] });
    expect(rig.open()).toEqual(['cancelled']);
  });

  test('rings for a cancellation that somebody had seen as one of a bag that had left, once', () => {
    rig.arrive({ version: V1 });
    rig.mark(true);
    rig.arrive({ status: 'CANCELLED', version: V2 });
    rig.store.acknowledge([rig.alert('cancelled-after-handover').id], 'counter', rig.now());
    expect(rig.mark(false)).toMatchObject({ raised: [{ kind: 'cancelled' }], closed: [] });
    expect(rig.open()).toEqual(['cancelled']);
    rig.store.acknowledge([rig.alert('cancelled').id], 'counter', rig.now());
    for (const isMarked of [true, false]) expect(rig.mark(isMarked)).toMatchObject({ raised: [] });
    expect(rig.open()).toEqual([]);
  });

  test('does not ring for one that had left for the platform too', () => {
    rig.arrive({ version: V1 });
    rig.mark(true);
    rig.arrive({ status: 'PICKED_UP', version: V2 });
    rig.arrive({ status: 'CANCELLED', version: V3 });
    rig.store.acknowledge([rig.alert('cancelled-after-handover').id], 'counter', rig.now());
    expect(rig.mark(false)).toMatchObject({ raised: [], closed: [] });
    expect(rig.open()).toEqual([]);
  });
});
