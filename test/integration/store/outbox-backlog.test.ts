import { expect, it, onTestFinished } from 'vitest';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOutbox } from '../../../src/main/store/orders/outbox.ts';
import type { OutboxTarget } from '../../../src/shared/settings/outgoing.ts';
import { processorMs } from '../../processor-time.ts';

const NOW = '2026-11-30T15:00:00.000Z';
const LATER = '2026-11-30T16:00:00.000Z';

function openOutbox() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-outbox-'));
  const { db } = openDatabase({ file: path.join(folder, 'orders.db'), now: () => NOW });
  onTestFinished(() => {
    db.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return { db, outbox: createOutbox(db) };
}

const message = (number: number, target: OutboxTarget = 'till-post') =>
  ({
    id: `m-${String(number)}`,
    target,
    lane: `o-${String(number)}`,
    code: '1',
    body: 'x'.repeat(3_000),
    at: NOW,
  }) as const;

it('the next message is found as fast among thousands that wait as among few', () => {
  const { outbox } = openOutbox();
  outbox.add(Array.from({ length: 12_000 }, (_, number) => message(number)));
  const once = (): unknown => outbox.nextDue('till-post', NOW);
  expect(once()).toMatchObject({ id: 'm-0' });
  expect(Math.min(...[once, once, once].map(processorMs))).toBeLessThan(10);
});

it('the first that is due goes first, none before another of its lane', () => {
  const { outbox } = openOutbox();
  outbox.add([message(1), { ...message(2), lane: 'o-1' }, message(3)]);
  const [first] = [outbox.nextDue('till-post', NOW)];
  if (first === null || first === undefined) throw new Error('Nothing is due');
  outbox.noteRetry(first, NOW, LATER, { trouble: 'refused', status: null });
  expect(outbox.nextDue('till-post', NOW)?.id).toBe('m-3');
  expect(outbox.nextDue('till-post', LATER)?.id).toBe('m-1');
});

it('of what a till was sent only that it went is kept, of what a phone was told all of it', () => {
  const { db, outbox } = openOutbox();
  outbox.add([message(1), message(2, 'phone')]);
  for (const target of ['till-post', 'phone'] as const) {
    const due = outbox.nextDue(target, NOW);
    if (due === null) throw new Error('Nothing is due');
    outbox.noteSent(due, NOW);
  }
  const rows = db.prepare('SELECT target, state, length(body) AS length FROM outbox ORDER BY seq').all();
  expect(rows).toMatchObject([
    { target: 'till-post', state: 'sent', length: 0 },
    { target: 'phone', state: 'sent', length: 3_000 },
  ]);
  // It is known all the same: the same message is not sent again.
  outbox.add([message(1)]);
  expect(outbox.nextDue('till-post', NOW)).toBeNull();
});

it.each([
  ['till-file', 'sent', null],
  ['till-file', 'waits', 'm-1'],
  ['till-post', 'sent', 'm-1'],
] as const)(
  'sent again by hand, what was given up (%s) while newer news of its order %s',
  (target, newer, next) => {
    const { outbox } = openOutbox();
    const [old, young] = [message(1, target), { ...message(2, target), lane: 'o-1' }];
    outbox.add([old, young]);
    outbox.noteDead({ ...old, tries: 1 }, NOW, { trouble: 'folder-missing', status: null });
    if (newer === 'sent') outbox.noteSent({ ...young, tries: 0 }, NOW);
    outbox.resend(target, old.id, LATER);
    // Never an older state over a newer one in the order's file.
    expect(outbox.nextDue(target, LATER)?.id ?? null).toBe(next);
    expect(outbox.deadLetters()).toEqual([]);
  },
);
