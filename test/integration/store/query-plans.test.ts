import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/main/store/database/types.ts';
import type { WaitingMessage } from '../../../src/main/core/outbox/types.ts';
import { createDayFacts } from '../../../src/main/store/orders/day-facts.ts';
import { createOutbox } from '../../../src/main/store/orders/outbox.ts';
import { createSlipStore } from '../../../src/main/store/orders/slip-store.ts';
import { OUTBOX_TARGETS } from '../../../src/shared/settings/outgoing.ts';
import { shiftIso } from '../../../src/shared/time.ts';
import { NOON } from '../../fakes/fixed-clock.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { processorMs } from '../../processor-time.ts';

const COUNT = 31_000;
const MINUTE_MS = 60_000;
const FAILED = { trouble: 'refused', status: null } as const;
/** Steps that read every row of a table that grows, or all rows of a shop or a target. */
const WALKS = [
  /^SCAN (outbox|own|slips|s|orders|o|alerts|a|events|e|deliveries|d)\b(?!.* INDEX \w+_(open|waiting|dead|printing|doubtful|cancelled)\b)/,
  /_by_time \((shop|target)=\?\)$/,
  /sqlite_autoindex_outbox_1 \(target=\?\)$/,
];

let opened: ReturnType<typeof openTempStore>;
let db: Database;
const asked = new Set<string>();

beforeAll(() => {
  opened = openTempStore(() => NOON);
  fill(opened.db);
  db = {
    ...opened.db,
    prepare: (sql) => {
      asked.add(sql);
      return opened.db.prepare(sql);
    },
  };
});
afterAll(() => opened.close());

/** Orders, alerts, slips and messages of two months, nearly all of them over and done; and a till that was long away. */
function fill(into: Database): void {
  const order =
    into.prepare(`INSERT INTO orders (id, at, code, status, status_text, first_seen_at, is_preorder,
    line_count, currency, is_cancellation_told, was_picked_up, last_changed_at, source, content_rank, content_digest)
    VALUES (?1, ?2, ?1, ?3, ?3, ?2, 0, 1, 'UYU', 0, 0, ?2, 'webhook', 2, '')`);
  const alert =
    into.prepare(`INSERT INTO alerts (id, subject, kind, code, raised_at, since, source, acknowledged_at)
    VALUES (?1 || ':' || ?3, ?1, ?3, ?1, ?2, ?2, 'webhook', ?2)`);
  const slip = into.prepare(
    `INSERT INTO slips (order_id, kind, state, at) VALUES (?1, 'ready', 'printed', ?2)`,
  );
  const event = into.prepare(`INSERT INTO events (order_id, digest, source, at, status_text, body)
    VALUES (?1, '', 'webhook', ?2, 'READY_FOR_PICKUP', '')`);
  const message = into.prepare(`INSERT INTO outbox (id, target, lane, code, body, at, due_at, state, tried_at)
    VALUES (?1, ?2, ?1, ?1, ?3, ?4, ?4, ?5, ?6)`);
  const states = { phone: 'sent', 'till-post': 'waiting', 'till-file': 'dismissed' } as const;
  into.transact(() => {
    for (let index = 0; index < COUNT; index += 1) {
      const [id, at] = [String(index), shiftIso(NOON, -index * MINUTE_MS)];
      const isOff = index % 20 === 0;
      order.run(id, at, isOff ? 'CANCELLED' : 'PICKED_UP');
      alert.run(id, at, isOff ? 'cancelled' : 'ready');
      if (!isOff) slip.run(id, at);
      event.run(id, at);
      for (const target of OUTBOX_TARGETS) {
        const state = states[target];
        message.run(
          id,
          target,
          'x'.repeat(state === 'waiting' ? 800 : 0),
          at,
          state,
          state === 'waiting' ? null : at,
        );
      }
    }
  });
}

function walks(): readonly string[] {
  return [...asked].flatMap((sql) =>
    opened.db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((step) => String(step['detail']))
      .filter((step) => WALKS.some((walk) => walk.test(step)))
      .map((step) => `${step} in ${sql}`),
  );
}

describe(`among ${String(COUNT)} rows`, () => {
  it('no message is looked for in all of them', () => {
    asked.clear();
    const outbox = createOutbox(db);
    for (const target of OUTBOX_TARGETS) {
      outbox.add([{ id: 'new', target, lane: 'new', code: '1', body: '{}', at: NOON }]);
      outbox.state(target);
      outbox.hurry(target, NOON);
    }
    const due: WaitingMessage | null = outbox.nextDue('till-post', NOON);
    if (due === null) throw new Error('Nothing is due');
    outbox.noteRetry(due, NOON, NOON, FAILED);
    outbox.noteDead(due, NOON, FAILED);
    expect(outbox.deadLetters().map(({ id }) => id)).toEqual([due.id]);
    outbox.resend('till-post', due.id, NOON);
    outbox.noteDead(due, NOON, FAILED);
    outbox.dismiss([due]);
    outbox.noteSent(due, NOON);
    outbox.drop(due);
    outbox.phoneMessages(shiftIso(NOON, -60 * MINUTE_MS));
    outbox.purge(shiftIso(NOON, -COUNT * MINUTE_MS));
    expect(walks()).toEqual([]);
  });

  it('no slip is looked for in all of them', () => {
    asked.clear();
    const slips = createSlipStore({ db, shop: () => '' });
    const slip = { orderId: '20', kind: 'cancelled' } as const;
    expect(slips.wanted(['ready', 'cancelled'], shiftIso(NOON, -30 * MINUTE_MS), 10)).toEqual([
      slip,
      { ...slip, orderId: '0' },
    ]);
    slips.begin(slip, NOON);
    slips.recover();
    expect(slips.doubtful().map(({ orderId }) => orderId)).toEqual(['20']);
    slips.stateOf(slip);
    slips.end(slip, 'printed', NOON);
    slips.withdraw(slip, 'new');
    expect(walks()).toEqual([]);
  });

  it('no day is looked for in all of them', () => {
    asked.clear();
    const facts = createDayFacts({ db, flush: () => undefined, shop: () => '' });
    const from = shiftIso(NOON, -60 * MINUTE_MS);
    expect(facts.orders({ from, to: NOON }, from)).toHaveLength(60);
    expect(facts.alerts({ from, to: NOON })).toHaveLength(60);
    facts.presence();
    expect(walks()).toEqual([]);
  });

  it('how sending goes is known in no time', () => {
    const outbox = createOutbox(opened.db);
    const look = (): void => {
      OUTBOX_TARGETS.forEach((target) => outbox.state(target));
      outbox.deadLetters();
      outbox.phoneMessages(shiftIso(NOON, -60 * MINUTE_MS));
    };
    look();
    expect(Math.min(...[look, look, look, look].map(processorMs))).toBeLessThan(8);
  });
});
