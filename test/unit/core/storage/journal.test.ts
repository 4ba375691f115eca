import { afterEach, describe, expect, test } from 'vitest';
import { createHandOver } from '../../../../src/main/core/orders/hand-over.ts';
import { createJournalNotes } from '../../../../src/main/core/storage/journal-notes.ts';
import type { SyncNote, SyncNotes } from '../../../../src/main/core/support/notes.ts';
import { news } from '../../../fixtures/news.ts';
import { createPendingRig, DiskFull, type PendingRig } from './rig.ts';
import { rung } from '../orders/rig.ts';

const MINUTE = 60_000;
let rig: PendingRig;
afterEach(() => rig.close());

function start(options?: Parameters<typeof createPendingRig>[0]): PendingRig {
  rig = createPendingRig(options);
  return rig;
}

/** News of an order named so. */
function arrive(id: string, status: 'READY_FOR_PICKUP' | 'CANCELLED' | 'ACCEPTED' = 'READY_FOR_PICKUP') {
  const [outcome] = rig.receive([news({ id, status, code: id })], 'webhook');
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

function ringing(): readonly string[] {
  return rig.store.openAlerts().map((alert) => alert.id);
}

describe('while the disk takes nothing', () => {
  test('news rings once, however often the platform repeats it', () => {
    start().fail({ writes: true });
    expect(rung(arrive('a')).raised).toEqual(['ready']);
    for (let again = 0; again < 5; again += 1) expect(arrive('a').kind).toBe('unchanged');
    expect(ringing()).toEqual(['a:ready']);
    expect(rig.breaker.trouble()).toBeInstanceOf(DiskFull);
    expect(rig.disk.openAlerts()).toEqual([]);
  });

  test('what was stored before goes on ringing beside it, and a cancellation replaces it', () => {
    start();
    arrive('a');
    rig.fail({ writes: true });
    arrive('b');
    expect(rung(arrive('a', 'CANCELLED'))).toEqual({ raised: ['cancelled'], closed: ['ready'] });
    expect(ringing()).toEqual(['a:cancelled', 'b:ready']);
  });

  test('seen and handed over count, and are stored with the news', async () => {
    start();
    arrive('stored');
    rig.fail({ writes: true });
    arrive('a');
    arrive('b');
    rig.store.markShown(['a:ready', 'b:ready'], rig.time.now());
    expect(rig.store.acknowledge(['a:ready', 'stored:ready'], 'Ana', rig.time.now())).toHaveLength(2);
    createHandOver({ store: rig.store, now: rig.time.now })('b', true);
    expect(ringing()).toEqual([]);
    const { now } = rig.time;
    const at = now();
    rig.fail({ writes: false });
    await rig.time.pass(MINUTE);
    expect(rig.disk.openAlerts()).toEqual([]);
    expect(rig.disk.alertsOf('a')).toMatchObject([
      { shownAt: at, acknowledgedAt: at, acknowledgedBy: 'Ana' },
    ]);
    expect(rig.disk.findOrder('b')).toMatchObject({ handedOverAt: at });
    expect(rig.disk.alertsOf('stored')).toMatchObject([{ acknowledgedBy: 'Ana' }]);
  });

  test('it is tried again by a timer that grows patient', async () => {
    start().fail({ writes: true });
    arrive('a');
    await rig.time.pass(10 * MINUTE);
    const tries = rig.said.filter((one) => one === 'try').length;
    expect(tries).toBeGreaterThan(120);
    expect(tries).toBeLessThan(180);
    rig.fail({ writes: false });
    await rig.time.pass(5_000);
    expect(rig.breaker.trouble()).toBeNull();
    expect(rig.said.at(-1)).toBe('stored');
    expect(rig.time.timers()).toBe(0);
  });

  test('what cannot be read is taken for what it was last, and nothing is thrown', () => {
    start();
    arrive('a');
    expect(ringing()).toEqual(['a:ready']);
    rig.fail({ reads: true, writes: true });
    arrive('b');
    expect(ringing()).toEqual(['a:ready', 'b:ready']);
    expect(rig.store.acknowledge(['a:ready'], 'Ana', rig.time.now())).toHaveLength(1);
    expect(ringing()).toEqual(['b:ready']);
    expect(rig.store.listOrders().map((order) => order.id)).toEqual(['b']);
    rig.fail({ reads: false, writes: false });
    arrive('c');
    expect(ringing()).toEqual(['b:ready', 'c:ready']);
    expect(rig.disk.alertsOf('a')).toMatchObject([{ acknowledgedBy: 'Ana' }]);
  });
});

describe('when the disk takes something again', () => {
  test('the next news is a try, and what waited is stored before it', () => {
    start().fail({ writes: true });
    arrive('a');
    rig.fail({ writes: false });
    arrive('b');
    expect(rig.breaker.trouble()).toBeNull();
    expect(rig.disk.openAlerts().map((alert) => alert.id)).toEqual(['a:ready', 'b:ready']);
    expect(arrive('a').kind).toBe('unchanged');
    expect(rig.said).toEqual(['trouble', 'try', 'stored']);
  });

  test('work that the store refuses for its own sake does not hold up the rest', async () => {
    start().fail({ writes: true });
    arrive('a');
    let isPoison = false;
    rig.store.transact((tx) => {
      tx.saveAlert({ ...alertOf('a'), id: 'odd:ready', subject: 'odd' });
      if (isPoison) throw new TypeError('poison');
    });
    isPoison = true;
    arrive('b');
    rig.fail({ writes: false });
    await rig.time.pass(MINUTE);
    expect(rig.breaker.trouble()).toBeNull();
    expect(rig.disk.openAlerts().map((alert) => alert.id)).toEqual(['a:ready', 'b:ready']);
    expect(rig.logged).toEqual(['Pending news cannot be stored and is given up']);
  });

  test('nor does a note', async () => {
    start().fail({ writes: true });
    arrive('a');
    rig.breaker.later('poison', () => expect.unreachable());
    rig.fail({ writes: false });
    await rig.time.pass(MINUTE);
    expect(rig.breaker.trouble()).toBeNull();
    expect(rig.logged).toEqual(['What waited to be stored (poison) cannot be and is given up']);
  });

  test('alerts that a new file does not have are carried over as they stand', async () => {
    start();
    arrive('a');
    arrive('b');
    const open = rig.store.openAlerts();
    rig.fail({ writes: true });
    rig.store.acknowledge(['a:ready'], 'Ana', rig.time.now());
    rig.db.exec('DELETE FROM alerts; DELETE FROM orders');
    rig.pending.carryOver();
    rig.fail({ writes: false });
    await rig.time.pass(MINUTE);
    expect(rig.disk.openAlerts()).toEqual(open.filter((alert) => alert.id === 'b:ready'));
    expect(rig.disk.alertsOf('a')).toMatchObject([{ acknowledgedBy: 'Ana' }]);
    // The platform tells of both orders again.
    expect(rung(arrive('a')).raised).toEqual([]);
    expect(rung(arrive('b')).raised).toEqual([]);
  });
});

describe('when too much waits', () => {
  test('news that no alert hangs on is left to the next poll, and the run that brought it is not complete', async () => {
    start({ maxNews: 3 }).fail({ writes: true });
    for (const id of ['a', 'b', 'c']) arrive(id, 'ACCEPTED');
    expect(arrive('d', 'ACCEPTED').kind).toBe('changed');
    expect(rung(arrive('e')).raised).toEqual(['ready']);
    rig.store.saveCompleteSync(rig.time.now());
    rig.fail({ writes: false });
    await rig.time.pass(MINUTE);
    expect(rig.disk.listOrders().map((order) => order.id)).toEqual(['e', 'a', 'b', 'c']);
    expect(rig.disk.lastCompleteSync()).toBeNull();
  });

  test('in the end it is refused like any other failure of the store', () => {
    start({ maxNews: 2 }).fail({ writes: true });
    for (const id of ['a', 'b', 'c', 'd']) arrive(id);
    expect(() => arrive('e')).toThrow(/Too much news/);
    expect(rig.store.acknowledge(['a:ready'], 'Ana', rig.time.now())).toHaveLength(1);
    expect(ringing()).toEqual(['b:ready', 'c:ready', 'd:ready']);
  });
});

describe('what is no fault of the disk', () => {
  test('is thrown on, and nothing of it is kept', () => {
    start();
    const poison = (): never => {
      throw new TypeError('poison');
    };
    expect(() => rig.store.transact(poison)).toThrow('poison');
    rig.fail({ writes: true });
    arrive('a');
    expect(() =>
      rig.store.transact((tx) => {
        tx.saveAlert({ ...alertOf('a'), acknowledgedAt: rig.time.now() });
        poison();
      }),
    ).toThrow('poison');
    expect(ringing()).toEqual(['a:ready']);
  });
});

describe('notes', () => {
  test('are remembered, answered and written later', async () => {
    start();
    const written = new Map<string, string>();
    let isFull = true;
    const take = (): void => {
      if (isFull) throw new DiskFull('notes');
    };
    const disk: SyncNotes = {
      read: (note) => written.get(note) ?? null,
      save: (note, value) => {
        take();
        written.set(note, value);
      },
      forget: (note) => {
        take();
        written.delete(note);
      },
      staleReady: () => ['old'],
      markAsked: (orderId, at) => {
        take();
        written.set(orderId, at);
      },
      lastWebhookAt: () => {
        throw new DiskFull('notes');
      },
    };
    written.set('outage-since' satisfies SyncNote, 'before');
    const notes = createJournalNotes({ notes: disk, breaker: rig.breaker });
    notes.save('last-contact', 'now');
    notes.forget('outage-since');
    notes.markAsked('old', 'now');
    expect(notes.lastWebhookAt()).toBeNull();
    expect([notes.read('last-contact'), notes.read('outage-since')]).toEqual(['now', null]);
    expect(notes.staleReady({ from: '', to: '', askedBefore: '', limit: 1 })).toEqual([]);
    isFull = false;
    await rig.time.pass(MINUTE);
    expect([...written]).toEqual([
      ['last-contact', 'now'],
      ['old', 'now'],
    ]);
    expect(notes.staleReady({ from: '', to: '', askedBefore: '', limit: 1 })).toEqual(['old']);
  });
});

function alertOf(id: string) {
  const [alert] = rig.store.alertsOf(id);
  if (alert === undefined) throw new Error(`no alert of ${id}`);
  return alert;
}
