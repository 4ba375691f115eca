import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIngest } from '../../src/main/core/orders/ingest.ts';
import { parseWebhook } from '../../src/main/partner/wire/schemas.ts';
import { textsFor } from '../../src/shared/texts/texts.ts';
import { DEMO_VENDOR_ID } from '../../src/simulator/orders/shops.ts';
import { openTempStore } from '../fakes/temp-store.ts';
import { judgeLive, judgeStart } from './support/judge-notices.ts';
import { judgeStore } from './support/judge-store.ts';
import { createLedger, type Ledger } from './support/ledger.ts';
import { createPlatform, cycleRandom } from './support/platform.ts';
import { isOpen, readStoredFacts, type StoredAlertFacts, type StoredFacts } from './support/stored-facts.ts';

const SEED = 5;
const es = textsFor('es').alerts;
let temp: ReturnType<typeof openTempStore>;
let ledger: Ledger;

/** A store that took in every message of a few busy moments, and the ledger of it. */
beforeEach(() => {
  const now = (): string => new Date().toISOString();
  temp = openTempStore(now);
  ledger = createLedger();
  const receive = createIngest({ store: temp.store, now });
  const platform = createPlatform(SEED);
  for (let round = 0; round < 4; round += 1) {
    for (const message of platform.next(cycleRandom(SEED, round), ledger.answered())) {
      ledger.noteSent(message);
      const parsed = parseWebhook(JSON.parse(message.body), { vendorId: DEMO_VENDOR_ID, country: 'uy' });
      if (parsed.kind !== 'order') throw new Error(`Not an order: ${parsed.kind}`);
      receive([parsed.order], 'webhook');
      ledger.noteAnswered(message);
    }
  }
});
afterEach(() => temp.close());

const facts = (): StoredFacts => readStoredFacts(temp.file);
const openAlerts = (): readonly StoredAlertFacts[] => [...facts().alerts.values()].filter(isOpen);
const kinds = (): readonly string[] => [...new Set(ledger.findings().map(({ kind }) => kind))];
function damage(sql: string): void {
  const db = new DatabaseSync(temp.file);
  expect(db.prepare(sql).run().changes).toBeGreaterThan(0);
  db.close();
}
function firstOpen(): StoredAlertFacts {
  const [first] = openAlerts().filter(({ kind }) => kind === 'ready');
  if (first === undefined) throw new Error('No alert is open');
  return first;
}

test('a store that kept everything passes, and has every kind of order in it', () => {
  const verdict = judgeStore(facts(), ledger);
  expect(ledger.findings()).toEqual([]);
  expect(verdict.found).toBe(verdict.answered);
  expect(verdict.alertsFound).toBe(verdict.alertsExpected);
  const statuses = new Set([...facts().orders.values()].map(({ status }) => status));
  expect(statuses).toEqual(new Set(['READY_FOR_PICKUP', 'PICKED_UP', 'CANCELLED']));
});

describe('the judge of a store sees', () => {
  test.each([
    ['an event that is gone', 'DELETE FROM events WHERE id = (SELECT max(id) FROM events)', ['lost-event']],
    [
      'an alert that is gone',
      'DELETE FROM alerts WHERE rowid = (SELECT max(rowid) FROM alerts)',
      ['missing-alert'],
    ],
    [
      'an alert that nobody acknowledged and yet is silent',
      `UPDATE alerts SET acknowledged_at = 'x' WHERE rowid = (SELECT max(rowid) FROM alerts)`,
      ['missing-alert'],
    ],
    [
      'an alert that nobody closed and yet is silent',
      `UPDATE alerts SET closed_at = 'x' WHERE closed_at IS NULL`,
      ['missing-alert'],
    ],
    [
      'an order that went backwards',
      `UPDATE orders SET status = 'READY_FOR_PICKUP' WHERE status = 'CANCELLED'`,
      ['wrong-state'],
    ],
    [
      'an order whose content is of another version',
      `UPDATE order_bodies SET body = json_set(body, '$.version', 'x')`,
      ['wrong-state'],
    ],
  ])('%s', (_what, sql, expected) => {
    damage(sql);
    judgeStore(facts(), ledger);
    expect(kinds()).toEqual(expected);
  });

  test('an acknowledgement that is gone', () => {
    const { id } = firstOpen();
    ledger.acknowledging.add(id);
    ledger.acknowledged.add(id);
    judgeStore(facts(), ledger);
    expect(kinds()).toEqual(['rang-twice']);
  });

  test('a damaged file', () => {
    judgeStore({ ...facts(), integrity: 'row 3 missing from index' }, ledger);
    expect(kinds()).toEqual(['damaged-store']);
  });

  test('an event that nobody sent', () => {
    judgeStore({ ...facts(), events: [...facts().events, { orderId: 'x', version: 'y' }] }, ledger);
    expect(kinds()).toEqual(['wrong-state']);
  });
});

describe('the judge of notifications', () => {
  const digest = (open: readonly StoredAlertFacts[]) => ({
    title: es.unseenTitle(open.length),
    body: open.map(({ kind, code }) => (kind === 'cancelled' ? es.cancelledTitle(code) : code)).join('\n'),
  });

  test('accepts a digest of all that is open', () => {
    judgeStart(digest(openAlerts()), openAlerts(), ledger);
    expect(ledger.findings()).toEqual([]);
  });

  test('misses what a digest leaves out', () => {
    judgeStart(digest(openAlerts().slice(1)), openAlerts(), ledger);
    expect(kinds()).toContain('missing-alert');
  });

  test('hears in a digest what is not open', () => {
    judgeStart(digest(openAlerts()), openAlerts().slice(1), ledger);
    expect(kinds()).toContain('rang-twice');
  });

  test('accepts a toast once and not twice, be it before or after a start', () => {
    const alert = firstOpen();
    const toast = { title: es.readyTitle(alert.code), body: '' };
    judgeLive(toast, ledger);
    expect(ledger.findings()).toEqual([]);
    judgeLive(toast, ledger);
    expect(kinds()).toEqual(['rang-twice']);
    judgeStart(toast, [alert], ledger);
    expect(ledger.findings()).toHaveLength(2);
  });

  test('does not take an unknown notification for silence', () => {
    judgeLive({ title: 'Sin conexión con PedidosYa', body: '' }, ledger);
    expect(kinds()).toEqual(['wrong-state']);
  });
});
