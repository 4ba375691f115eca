import { expect, onTestFinished, test } from 'vitest';
import { noteCalls } from '../../../src/main/core/setup/calls.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { findCases } from '../../../src/main/core/setup/cases.ts';
import type { PartnerOrders } from '../../../src/main/core/sync/types.ts';
import { parsePartnerOrder } from '../../../src/main/partner/wire/schemas.ts';
import { createSetupRecords } from '../../../src/main/store/settings/setup-records.ts';
import { err, ok } from '../../../src/shared/result.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { line, sampleOrder, unit } from '../../unit/partner/sample-order.ts';

const AT = '2026-03-12T12:00:00.000Z';

function rig() {
  const opened = openTempStore(() => AT);
  onTestFinished(opened.close);
  const records = createSetupRecords({ db: opened.db, flush: () => undefined });
  const receive = createIngest({ store: opened.store, now: () => AT });
  const cases = () =>
    findCases(records.caseOrders(), {
      'get-single': records.asked('get-single'),
      'get-list': records.asked('get-list'),
    });
  const noteOlder = (asked: string, value: string): void =>
    opened.db.transact(() => {
      opened.db
        .prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
        .run(`proven:${asked}`, value);
    });
  return { records, receive, cases, noteOlder };
}

function incoming(id: string, code: string, status = 'READY_FOR_PICKUP') {
  const items = [line('1', 'IN_CART', unit(3, 10, 30), unit(3, 10, 30))];
  const read = parsePartnerOrder(
    sampleOrder({ order_id: id, order_code: code, status, items, sys: { created_at: AT, updated_at: AT } }),
    {
      country: 'uy',
    },
  );
  if (!read.ok) throw new Error(read.error.note.kind);
  return read.value;
}
const ONE = '3f0d1c52-7a4e-4c0b-9b43-0d6f5a2e8c11';
const TWO = '3f0d1c52-7a4e-4c0b-9b43-0d6f5a2e8c12';

test('the list ticks itself from the store, and knows how each order came', () => {
  const { receive, cases, records } = rig();
  expect(Object.values(cases()).every((proof) => proof === null)).toBe(true);
  receive([incoming(ONE, '11')], 'catch-up');
  expect(cases().full).toEqual({ code: '11', at: AT, by: 'api' });
  receive([incoming(TWO, '12')], 'webhook');
  expect(cases().full).toEqual({ code: '12', at: AT, by: 'webhook' });
  expect(records.newestOrder()?.shop.name).toBe(incoming(ONE, '11').order.shop.name);
});

test('asking for one order and for the list is noted when it brought an order, and only then', async () => {
  const { records, receive, cases } = rig();
  receive([incoming(ONE, '11')], 'webhook');
  const error = {
    code: 'offline',
    status: null,
    detail: null,
    retryAfterMs: null,
    isRouteMissing: false,
  } as const;
  const answers = { single: err(error), list: ok({ orders: [], page: 1, totalPages: 1, skipped: 0 }) };
  const fails: PartnerOrders = {
    getOrder: () => Promise.resolve(answers.single),
    listOrders: () => Promise.resolve(answers.list),
  };
  const works: PartnerOrders = {
    getOrder: () => Promise.resolve(ok(incoming(ONE, '11'))),
    listOrders: () =>
      Promise.resolve(ok({ orders: [incoming(ONE, '11')], page: 1, totalPages: 1, skipped: 0 })),
  };
  const deps = { noteAsked: records.noteAsked, now: () => AT, log: { error: () => undefined } };
  const query = { from: AT, to: AT, page: 1 };
  await noteCalls(fails, deps).getOrder(ONE);
  await noteCalls(fails, deps).listOrders(query);
  expect([cases()['get-single'], cases()['get-list']]).toEqual([null, null]);
  await noteCalls(works, deps).getOrder(ONE);
  await noteCalls(works, deps).listOrders(query);
  const proof = { code: '11', at: AT, by: 'api' };
  expect([cases()['get-single'], cases()['get-list']]).toEqual([proof, proof]);
});

test('a note that the disk does not take costs no order', async () => {
  const logged: string[] = [];
  const works: PartnerOrders = {
    getOrder: () => Promise.resolve(ok(incoming(ONE, '11'))),
    listOrders: () => Promise.reject(new Error('not asked')),
  };
  const partner = noteCalls(works, {
    noteAsked: () => {
      throw new Error('disk full');
    },
    now: () => AT,
    log: { error: (message) => logged.push(message) },
  });
  expect((await partner.getOrder(ONE)).ok).toBe(true);
  expect(logged).toHaveLength(1);
});

test('an order with spaces in its id is found again, also where an earlier version noted it', () => {
  const { records, receive, cases, noteOlder } = rig();
  receive([incoming('uy 11 a', '11')], 'webhook');
  records.noteAsked('get-single', { orderId: 'uy 11 a', at: AT });
  noteOlder('get-list', `${AT} uy 11 a`);
  const proof = { code: '11', at: AT, by: 'api' };
  expect([cases()['get-single'], cases()['get-list']]).toEqual([proof, proof]);
  noteOlder('get-list', 'null');
  expect(cases()['get-list']).toBeNull();
});
