import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { createHandOver } from '../../../src/main/core/orders/hand-over.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createDayFacts } from '../../../src/main/store/orders/day-facts.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { openTempStore, tempDir } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';

const SQL = path.resolve(import.meta.dirname, '../../fixtures/store/orders-v2.sql');
const now = (): string => NOON;
const { id } = news().order;

function rig() {
  const opened = openTempStore(now);
  onTestFinished(opened.close);
  const here: { who: string | null } = { who: 'ANA' };
  const { store } = opened;
  const receive = createIngest({ store, now });
  receive([news({ status: 'READY_FOR_PICKUP', statusText: 'READY_FOR_PICKUP', version: NOON })], 'webhook');
  return { ...opened, here, receive, handOver: createHandOver({ store, by: () => here.who, now }) };
}

test('a hand-over keeps who it was, also when more news of the order comes', () => {
  const { store, handOver, receive } = rig();
  handOver(id, true);
  expect(store.findOrder(id)).toMatchObject({ handedOverAt: NOON, handedOverBy: 'ANA' });
  receive(
    [news({ status: 'PICKED_UP', statusText: 'PICKED_UP', version: '2026-03-12T16:00:00.000Z' })],
    'catch-up',
  );
  expect(store.findOrder(id)).toMatchObject({ wasPickedUp: true, handedOverBy: 'ANA' });
});

test('taken back it names nobody, and the next one is of who is there then', () => {
  const { store, handOver, here } = rig();
  handOver(id, true);
  handOver(id, false);
  expect(store.findOrder(id)?.handedOverBy).toBeUndefined();
  here.who = 'LU';
  handOver(id, true);
  expect(store.findOrder(id)?.handedOverBy).toBe('LU');
  handOver(id, false);
  here.who = null;
  handOver(id, true);
  expect(store.findOrder(id)).not.toHaveProperty('handedOverBy');
});

test('the list, which the riders’ screen gets too, names nobody', () => {
  const { store, handOver } = rig();
  handOver(id, true);
  expect(JSON.stringify(store.listOrders())).not.toContain('ANA');
});

test('an undone Visto names nobody', () => {
  const { store } = rig();
  store.acknowledge([`${id}:ready`], 'ANA', NOON);
  expect(store.alertsOf(id)[0]?.acknowledgedBy).toBe('ANA');
  store.unacknowledge([`${id}:ready`]);
  expect(store.alertsOf(id)[0]?.acknowledgedBy).toBeNull();
});

test('an orders file of before has its marks, and no initials', () => {
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const file = path.join(dir, 'orders.db');
  const raw = new DatabaseSync(file);
  raw.exec(fs.readFileSync(SQL, 'utf8'));
  raw.close();
  const { db } = openDatabase({ file, now });
  onTestFinished(() => db.close());
  const marked = createOrderStore(db).findOrder('0b1f2f0e-9c0f-4b7f-8a53-2a6f1d6a0001');
  expect(marked?.handedOverAt).toBe('2026-03-02T15:05:00.000Z');
  expect(marked).not.toHaveProperty('handedOverBy');
  const facts = createDayFacts({ db, flush: () => undefined, shop: () => '' });
  const orders = facts.orders(
    { from: '2026-03-02T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' },
    '2026-03-01T00:00:00.000Z',
  );
  expect(orders.map(({ handedOverBy }) => handedOverBy)).toEqual(orders.map(() => null));
  expect(orders.length).toBeGreaterThan(0);
});
