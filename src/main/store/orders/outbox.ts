import {
  OUTBOX_TARGETS,
  OUTGOING_TROUBLES,
  type OutboxTarget,
  type SendingFailed,
} from '../../../shared/settings/outgoing.ts';
import { shiftIso } from '../../../shared/time.ts';
import type { QueuedMessage } from '../../core/orders/types.ts';
import type { OutboxStore, WaitingMessage } from '../../core/outbox/types.ts';
import type { Database, SqlValue } from '../database/types.ts';
import { integer, integerOrNull, oneOf, text, textOrNull, type Row } from './rows.ts';

const MAX_DEAD_SHOWN = 50;
/** No pause is this long: a clock that was set back must not hold messages up. */
const NO_PAUSE_MS = 24 * 60 * 60 * 1000;
const QUEUE = `INSERT INTO outbox (id, target, lane, code, body, at, due_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
  ON CONFLICT DO NOTHING`;
/**
 * The first of each lane, found in the index alone, until one is due: thousands may wait for a till that is slow or away, and
 * to read them all took 30 ms of main for each message. Without its own limit SQLite would drop the order of the inner one.
 */
const NEXT = `SELECT own.* FROM
    (SELECT min(seq) AS seq FROM outbox WHERE target = ?1 AND state = 'waiting' GROUP BY lane ORDER BY 1 LIMIT -1) AS first
  CROSS JOIN outbox AS own ON own.seq = first.seq
  WHERE own.due_at <= ?2 OR own.due_at > ?3 LIMIT 1`;
/** With the states in them: SQLite uses the index of some rows only where it can tell that it has all that are asked for. */
const WAITING = "SELECT count(*) AS count FROM outbox WHERE target = ? AND state = 'waiting'";
const DEAD = "SELECT count(*) AS count FROM outbox WHERE target = ? AND state = 'dead'";
const LETTERS = `SELECT seq, id, target, code, at, trouble, status FROM outbox WHERE target = ? AND state = 'dead'
  ORDER BY seq DESC LIMIT ${String(MAX_DEAD_SHOWN)}`;

/** The file of an order holds its newest state: an older one that came to nothing must not be written over it. */
const OVERTAKEN = `UPDATE outbox SET state = 'dismissed'
  WHERE target = ?1 AND id = ?2 AND state = 'dead' AND target = 'till-file'
    AND EXISTS (SELECT 1 FROM outbox AS newer WHERE +newer.target = ?1 AND newer.lane = outbox.lane
                AND newer.seq > outbox.seq AND newer.state = 'sent')`;
// With a new time: its patience begins again.
const RESEND = `UPDATE outbox SET state = 'waiting', tries = 0, at = ?3, due_at = ?3
  WHERE target = ?1 AND id = ?2 AND state = 'dead'`;

/** Stores a message inside the transaction that is under way. */
export function queueMessage(db: Database, { id, target, lane, code, body, at }: QueuedMessage): void {
  db.prepare(QUEUE).run(id, target, lane, code, body, at);
}

/** Keeps outgoing messages in SQLite. Every write is one durable transaction. */
export function createOutbox(db: Database): OutboxStore {
  const write = (sql: string, ...values: readonly SqlValue[]): void =>
    db.transact(() => {
      db.prepare(sql).run(...values);
    });
  const settle = (state: string, message: WaitingMessage, at: string, failed: SendingFailed | null): void =>
    write(
      // What a till was sent is not needed any more, only that it went. What a phone was told is compared with what is open.
      `UPDATE outbox SET state = ?1, tries = tries + 1, tried_at = ?2, trouble = ?3, status = ?4,
         body = CASE WHEN ?1 = 'sent' AND target <> 'phone' THEN '' ELSE body END
       WHERE target = ?5 AND id = ?6`,
      state,
      at,
      failed?.trouble ?? null,
      failed?.status ?? null,
      message.target,
      message.id,
    );
  const count = (sql: string, target: OutboxTarget): number => {
    const row = db.prepare(sql).get(target);
    return row === undefined ? 0 : integer(row, 'count');
  };

  return {
    add: (messages) => db.transact(() => messages.forEach((message) => queueMessage(db, message))),
    nextDue: (target, now) => {
      const row = db.prepare(NEXT).get(target, now, shiftIso(now, NO_PAUSE_MS));
      return row === undefined ? null : toWaiting(row);
    },
    noteSent: (message, at) => settle('sent', message, at, null),
    noteDead: (message, at, failed) => settle('dead', message, at, failed),
    noteRetry: (message, at, dueAt, { trouble, status }) =>
      write(
        `UPDATE outbox SET tries = tries + 1, tried_at = ?, due_at = ?, trouble = ?, status = ?
         WHERE target = ? AND id = ?`,
        at,
        dueAt,
        trouble,
        status,
        message.target,
        message.id,
      ),
    drop: ({ target, id }) => write('DELETE FROM outbox WHERE target = ? AND id = ?', target, id),
    hurry: (target, now) =>
      write(
        "UPDATE outbox SET due_at = ?1 WHERE target = ?2 AND state = 'waiting' AND due_at > ?1",
        now,
        target,
      ),
    resend: (target, id, now) =>
      db.transact(() => {
        db.prepare(OVERTAKEN).run(target, id);
        db.prepare(RESEND).run(target, id, now);
      }),
    dismiss: (letters) =>
      // Kept for as long as the others: a phone is not told of the same alert again.
      db.transact(() => {
        const dismiss = db.prepare(
          "UPDATE outbox SET state = 'dismissed' WHERE target = ? AND id = ? AND state = 'dead'",
        );
        for (const { target, id } of letters) dismiss.run(target, id);
      }),
    state: (target) => {
      const row = db
        .prepare(
          'SELECT tried_at, trouble, status FROM outbox WHERE target = ? AND tried_at IS NOT NULL ORDER BY tried_at DESC, seq DESC LIMIT 1',
        )
        .get(target);
      return {
        waiting: count(WAITING, target),
        dead: count(DEAD, target),
        last: row === undefined ? null : { at: text(row, 'tried_at'), failed: failedOf(row) },
      };
    },
    deadLetters: () =>
      OUTBOX_TARGETS.flatMap((target) => db.prepare(LETTERS).all(target))
        .toSorted((a, b) => integer(b, 'seq') - integer(a, 'seq'))
        .slice(0, MAX_DEAD_SHOWN)
        .map((row) => ({
          id: text(row, 'id'),
          target: targetOf(row),
          code: text(row, 'code'),
          at: text(row, 'at'),
          failed: failedOf(row) ?? { trouble: 'unknown', status: null },
        })),
    phoneMessages: (since) =>
      db
        .prepare("SELECT id, body, state FROM outbox WHERE target = 'phone' AND at >= ? ORDER BY seq")
        .all(since)
        .map((row) => ({
          id: text(row, 'id'),
          body: text(row, 'body'),
          isSent: text(row, 'state') === 'sent',
        })),
    purge: (before) =>
      db.transact(() => {
        for (const target of OUTBOX_TARGETS)
          db.prepare('DELETE FROM outbox WHERE target = ? AND at < ?').run(target, before);
      }),
  };
}

function toWaiting(row: Row): WaitingMessage {
  return {
    id: text(row, 'id'),
    target: targetOf(row),
    lane: text(row, 'lane'),
    code: text(row, 'code'),
    body: text(row, 'body'),
    at: text(row, 'at'),
    tries: integer(row, 'tries'),
  };
}

function targetOf(row: Row): OutboxTarget {
  return oneOf(row, 'target', OUTBOX_TARGETS, 'till-post');
}

function failedOf(row: Row): SendingFailed | null {
  if (textOrNull(row, 'trouble') === null) return null;
  return {
    trouble: oneOf(row, 'trouble', OUTGOING_TROUBLES, 'unknown'),
    status: integerOrNull(row, 'status'),
  };
}
