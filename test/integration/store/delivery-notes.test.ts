import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { DeliveryNote } from '../../../src/shared/health/delivery-note.ts';
import { createDeliveryLog } from '../../../src/main/store/orders/delivery-log.ts';
import { createRecords } from '../../../src/main/store/orders/records.ts';
import { createSetupRecords } from '../../../src/main/store/settings/setup-records.ts';
import { openTempStore } from '../../fakes/temp-store.ts';

const NOON = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-01T12:01:00.000Z';

let opened: ReturnType<typeof openTempStore>;
beforeEach(() => {
  opened = openTempStore(() => NOON);
  onTestFinished(opened.close);
});

function start() {
  const log = createDeliveryLog({
    db: opened.db,
    schedule: () => undefined,
    log: { error: () => undefined },
  });
  const { flush } = log;
  return {
    add: (
      outcome: 'stored' | 'other-shop' | 'wrong-secret',
      notes: readonly DeliveryNote[],
      at = NOON,
    ): void => log.add({ at, outcome, status: 200, ms: 1, bytes: 1, orderId: null, notes }),
    /** A row as an older version wrote it. */
    addOlder: (outcome: string, detail: string | null, at = NOON): void => {
      flush();
      opened.db.transact(() => {
        opened.db
          .prepare(
            'INSERT INTO deliveries (at, outcome, status, ms, bytes, detail) VALUES (?, ?, 200, 1, 1, ?)',
          )
          .run(at, outcome, detail);
      });
    },
    notes: () => log.recent(1)[0]?.notes,
    otherShopAt: createRecords({ db: opened.db, flush }).otherShopAt,
    secretUse: createSetupRecords({ db: opened.db, flush }).secretUse,
  };
}

const AGENT = { kind: 'agent', text: 'Mozilla/5.0 (X11; the previous secret; code 9)' } as const;

test.each([
  [[]],
  [[AGENT]],
  [[{ kind: 'missing', text: 'order_id, status' }, { kind: 'several', count: 4 }, AGENT]],
] as const)('notes come back as they were written: %j', (notes) => {
  const store = start();
  store.add('stored', notes);
  expect(store.notes()).toEqual(notes);
});

test.each([
  [null, []],
  ['agent curl/8', [{ kind: 'agent', text: 'curl/8' }]],
  [`the previous secret; agent ${AGENT.text}`, [{ kind: 'previous-secret' }, AGENT]],
  ['public road', [{ kind: 'public-test' }]],
  ['missing or empty: order_id, status', [{ kind: 'missing', text: 'order_id, status' }]],
  [
    'in one: 4; left out: 1; agent x',
    [
      { kind: 'several', count: 4 },
      { kind: 'left-out', count: 1 },
      { kind: 'agent', text: 'x' },
    ],
  ],
  ['in one: some', [{ kind: 'other', text: 'in one: some' }]],
  ['POST /x', [{ kind: 'other', text: 'POST /x' }]],
  ['constructor', [{ kind: 'other', text: 'constructor' }]],
  ['[1, 2', [{ kind: 'other', text: '[1, 2' }]],
  ['{"kind":"agent"}', [{ kind: 'other', text: '{"kind":"agent"}' }]],
] as const)('an older row is still read: %j', (detail, notes) => {
  const store = start();
  store.addOlder('stored', detail);
  expect(store.notes()).toEqual(notes);
});

test('what only a newer version knows is left out, and the rest of the row is read', () => {
  const store = start();
  store.addOlder('stored', '[{"kind":"colour","text":"red"},{"kind":"previous-secret"},7,{"kind":"times"}]');
  expect(store.notes()).toEqual([{ kind: 'previous-secret' }]);
});

test.each(['new', 'older'] as const)(
  'an order of another shop is found by its code in a row of the %s form',
  (form) => {
    const store = start();
    if (form === 'new') store.add('other-shop', [{ kind: 'code', text: '9100' }, AGENT]);
    else store.addOlder('other-shop', 'code 9100; agent prueba/1');
    expect(store.otherShopAt('9100')).toBe(NOON);
    for (const code of ['910', '9', '', '91000']) expect(store.otherShopAt(code)).toBeNull();
  },
);

test.each(['new', 'older'] as const)('which secret is in use is known from rows of the %s form', (form) => {
  const store = start();
  const add = (
    outcome: 'stored' | 'wrong-secret',
    kind: 'previous-secret' | 'other-secret',
    at: string,
  ): void =>
    form === 'new'
      ? store.add(outcome, [{ kind }, AGENT], at)
      : store.addOlder(
          outcome,
          `${kind === 'previous-secret' ? 'the previous secret' : 'another Authorization header'}; agent x`,
          at,
        );
  add('stored', 'previous-secret', NOON);
  expect(store.secretUse()).toEqual({ accepted: { at: NOON, withPrevious: true }, refusedAt: null });
  add('wrong-secret', 'other-secret', LATER);
  add('wrong-secret', 'other-secret', LATER);
  expect(store.secretUse().refusedAt).toBe(LATER);
});

test('a program’s name says nothing about the secret, and no secret at all is not another one', () => {
  const store = start();
  store.add('stored', [AGENT]);
  store.add('wrong-secret', [{ kind: 'no-secret' }, { kind: 'agent', text: '"kind":"other-secret"' }], LATER);
  store.add('wrong-secret', [{ kind: 'no-secret' }], LATER);
  for (const detail of ['null', '5', '"x"', '[1]', null]) store.addOlder('wrong-secret', detail, LATER);
  expect(store.secretUse()).toEqual({ accepted: { at: NOON, withPrevious: false }, refusedAt: null });
});
