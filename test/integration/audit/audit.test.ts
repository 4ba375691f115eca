import { expect, test } from 'vitest';
import type { WhyVerdict } from '../../../src/shared/orders/why.ts';
import { startAuditRig } from './rig.ts';
import { alertCode } from '../../../src/shared/orders/alert.ts';
import { notesLine } from '../../../src/shared/health/delivery-note.ts';

type Rig = Awaited<ReturnType<typeof startAuditRig>>;
const MINUTE_MS = 60_000;
const OTHER = { client: { store_id: '999' } };

function why(rig: Rig, code: string, orderId: string | null = null): WhyVerdict {
  return rig.audit.askWhy({ code, orderId }).story.verdict;
}

test('every request stands in the log, the newest first, with its order and whether it can be read again', async () => {
  const rig = await startAuditRig();
  await rig.post(rig.order('a', '4821'));
  await rig.post(rig.order('a', '4821'));
  await rig.post(rig.order('b', '9100', OTHER));
  await rig.post({}, 'otro');
  const page = rig.audit.page({ group: null, before: null });
  expect(page.entries.map(({ outcome, status, code, isKept }) => [outcome, status, code, isKept])).toEqual([
    ['wrong-secret', 401, null, false],
    ['other-shop', 200, null, false],
    ['duplicate', 200, '4821', true],
    ['stored', 200, '4821', true],
  ]);
  expect(notesLine(page.entries[0]?.notes ?? [])).toBe('another Authorization header; agent prueba/1');
  expect(notesLine(page.entries[1]?.notes ?? [])).toBe('code 9100; agent prueba/1');
  expect(JSON.stringify(page)).not.toContain('otro');
});

test('a group is read page by page, while the counts are of everything and of the last day', async () => {
  const rig = await startAuditRig();
  await rig.post({}, 'viejo');
  rig.clock.move(24 * 60 * MINUTE_MS + 1);
  await rig.post(rig.order('a', '4821'));
  for (let index = 0; index < 6; index += 1) await rig.post({}, `x${String(index)}`);
  const first = rig.audit.page({ group: 'rejected', before: null });
  expect(first.entries).toHaveLength(5);
  expect(first.hasMore).toBe(true);
  expect(first.counts).toEqual({ received: 1, rejected: 7, failed: 0 });
  expect(first.lastDay).toEqual({ received: 1, rejected: 6, wrongSecret: 6, noSecret: 0 });
  const second = rig.audit.page({ group: 'rejected', before: first.entries.at(-1)?.id ?? 0 });
  expect(second.entries).toHaveLength(2);
  expect(second.hasMore).toBe(false);
  expect(rig.audit.page({ group: 'received', before: null }).entries.map((row) => row.outcome)).toEqual([
    'stored',
  ]);
});

test('windows are told once for many requests', async () => {
  const rig = await startAuditRig();
  await rig.post({}, 'x');
  await rig.post({}, 'x');
  expect(rig.scheduled).toHaveLength(1);
  rig.scheduled[0]?.();
  expect(rig.told).toHaveLength(1);
});

test('the kept body is read again: nothing new changes nothing and does not ring again', async () => {
  const rig = await startAuditRig();
  await rig.post(rig.order('a', '4821'));
  const before = rig.store.openAlerts();
  expect(rig.audit.reprocess('a')).toEqual({ kind: 'unchanged' });
  expect(rig.store.openAlerts()).toEqual(before);
  expect(rig.audit.reprocess('nobody')).toEqual({ kind: 'not-kept' });
});

test('an order that was lost from the list comes back out of its kept body, and rings', async () => {
  const rig = await startAuditRig();
  await rig.post(rig.order('a', '4821'));
  // As an older version of the app would have left it that could not read the status.
  rig.db.exec("UPDATE orders SET status = 'RECEIVED'; DELETE FROM alerts");
  rig.db.exec(`UPDATE order_bodies SET body = json_set(body, '$.status', 'RECEIVED')`);
  expect(rig.audit.reprocess('a')).toEqual({ kind: 'changed', raised: 1 });
  expect(rig.store.openAlerts().map((alert) => [alertCode(alert), alert.source])).toEqual([
    ['4821', 'reprocess'],
  ]);
});

test('a body of a shop that is no longer ours is not taken', async () => {
  const rig = await startAuditRig();
  await rig.post(rig.order('a', '4821'));
  rig.db.exec(`UPDATE events SET body = json_set(body, '$.client.store_id', '999')`);
  expect(rig.audit.reprocess('a')).toEqual({ kind: 'other-shop' });
  rig.db.exec(`UPDATE events SET body = '[]'`);
  expect(rig.audit.reprocess('a')).toEqual({ kind: 'unreadable' });
});

test('an order that rang, was seen and came again says all of it', async () => {
  const rig = await startAuditRig();
  const body = rig.order('a', '4821');
  await rig.post(body);
  const [alert] = rig.store.openAlerts();
  rig.clock.move(MINUTE_MS);
  rig.store.acknowledge([alert?.id ?? ''], 'counter', rig.clock.now());
  await rig.post(body);
  const { story, orderId } = rig.audit.askWhy({ code: ' 4821 ', orderId: null });
  expect(orderId).toBe('a');
  expect(story).toMatchObject({
    verdict: { kind: 'rang', alert: 'ready', isHeard: true },
    arrived: { source: 'webhook' },
    end: { kind: 'seen', by: 'counter', at: rig.clock.now() },
    repeats: { count: 1 },
    delay: null,
  });
});

test('how an alert could be heard is kept from when it was shown, whatever changes later', async () => {
  const rig = await startAuditRig();
  rig.facts.clock = { ...rig.facts.clock, mutedForMs: 1_000 };
  await rig.post(rig.order('a', '1'));
  rig.facts.clock = { ...rig.facts.clock, mutedForMs: 0 };
  await rig.post(rig.order('b', '2'));
  rig.markShown(['a:ready']);
  rig.clock.move(5_000);
  rig.audit.noteSound({ ok: false, devices: 0 });
  rig.clock.move(MINUTE_MS);
  await rig.post(rig.order('c', '3'));
  rig.clock.move(MINUTE_MS);
  rig.audit.noteSound({ ok: false, devices: 1 });
  expect(why(rig, '1')).toMatchObject({ kind: 'silenced', by: 'muted' });
  expect(why(rig, '2')).toMatchObject({ kind: 'silenced', by: 'no-device' });
  expect(why(rig, '3')).toMatchObject({ kind: 'rang', isHeard: true });
});

test('news that change the words of an alert keep how it was heard', async () => {
  const rig = await startAuditRig();
  rig.facts.clock = { ...rig.facts.clock, mutedForMs: 1_000 };
  await rig.post(rig.order('a', '4821'));
  await rig.post(rig.order('a', '4822', { sys: { updated_at: '2026-03-02T15:00:30.000Z' } }));
  expect(why(rig, '4822')).toMatchObject({ kind: 'silenced', by: 'muted' });
});

test('of several orders with one code the newest is told, and each can be asked for by id', async () => {
  const rig = await startAuditRig();
  await rig.post(rig.order('old', '4821'));
  rig.clock.move(60 * MINUTE_MS);
  await rig.post(rig.order('new', '4821'));
  const answer = rig.audit.askWhy({ code: '4821', orderId: null });
  expect(answer.orderId).toBe('new');
  expect(answer.choices.map((choice) => choice.orderId)).toEqual(['new', 'old']);
  expect(rig.audit.askWhy({ code: '4821', orderId: 'old' }).orderId).toBe('old');
  expect(rig.audit.askWhy({ code: 'old', orderId: null })).toMatchObject({ code: '4821', orderId: 'old' });
});

test('another shop’s order is known by its code and its id, and by no other code', async () => {
  const rig = await startAuditRig();
  await rig.post(rig.order('b', '9100', OTHER));
  expect(why(rig, '9100').kind).toBe('other-shop');
  expect(why(rig, 'b').kind).toBe('other-shop');
  expect(why(rig, '910').kind).toBe('never-arrived');
});

test('without any record the refusals of the last day are told, and older ones are not', async () => {
  const rig = await startAuditRig();
  await rig.post({}, 'otro');
  await rig.post('{oops');
  expect(why(rig, '1234')).toEqual({
    kind: 'rejected',
    rejected: { why: 'wrong-secret', count: 1, lastAt: rig.clock.now() },
  });
  rig.clock.move(25 * 60 * MINUTE_MS);
  expect(why(rig, '1234').kind).toBe('never-arrived');
});

test('a time in which the app was not running is told: for what has no record and for what came late', async () => {
  const rig = await startAuditRig();
  const closed = rig.clock.now();
  rig.records.notePresence(closed);
  rig.clock.move(10 * MINUTE_MS);
  const ready = rig.clock.now();
  rig.clock.move(40 * MINUTE_MS);
  rig.audit.start();
  const gap = { from: closed, to: rig.clock.now() };
  expect(why(rig, '1234')).toEqual({ kind: 'app-off', gap });
  const news = rig.parse(rig.order('a', '4821', { sys: { updated_at: ready } }));
  if (news.kind !== 'order') throw new Error(news.kind);
  const [outcome] = rig.receive([news.order], 'catch-up');
  if (outcome?.kind !== 'changed') throw new Error('unchanged');
  rig.markShown(['a:ready']);
  expect(rig.audit.askWhy({ code: '4821', orderId: null }).story).toMatchObject({
    arrived: { source: 'catch-up' },
    delay: { minutes: 40, gap },
  });
});

test('a sign of life that the disk refuses is no reason to stop', async () => {
  const rig = await startAuditRig();
  rig.db.exec('ALTER TABLE presence RENAME TO hidden');
  expect(() => rig.audit.start()).not.toThrow();
  rig.db.exec('ALTER TABLE alerts RENAME COLUMN circumstance TO gone');
  expect(await rig.post(rig.order('a', '4821'))).toBe(200);
  expect(rig.store.openAlerts().map((alert) => alert.shownAt)).toEqual([rig.clock.now()]);
});
