import { msBetween } from '../../../shared/time.ts';
import type { QueuedMessage } from '../orders/types.ts';
import type { OutboxStore, PhoneRow, WaitingMessage } from './types.ts';

/** A message to the phone that could not be stored. */
type Held = {
  readonly message: QueuedMessage;
  readonly tries: number;
  readonly dueAt: string;
  /** Notes in the store what became of it; null: it waits. */
  readonly settled: ((message: WaitingMessage) => void) | null;
  readonly isSent: boolean;
};

/**
 * Lays over the stored messages those to the phone that could not be stored, so that a phone is told while the disk fails:
 * that is when nobody may be looking. They are stored as soon as that works, with what became of them. Messages to the till
 * are stored with their order or not at all.
 */
export function createPhoneOverlay(store: OutboxStore): OutboxStore {
  const held = new Map<string, Held>();
  let lastRows: readonly PhoneRow[] = [];

  const toWaiting = ({ message, tries }: Held): WaitingMessage => ({ ...message, tries });
  /** Throws what the store throws; what was stored by then is held no more. */
  const flush = (): void => {
    for (const [id, one] of held) {
      store.add([one.message]);
      one.settled?.(toWaiting(one));
      held.delete(id);
    }
  };
  const isFlushed = (): boolean => {
    try {
      flush();
      return true;
    } catch {
      // The light of the disk says so.
      return false;
    }
  };
  const settle = (
    message: WaitingMessage,
    change: Partial<Held> & Pick<Held, 'settled'>,
    otherwise: () => void,
  ): void => {
    const one = held.get(message.id);
    if (one === undefined) otherwise();
    else held.set(message.id, { ...one, tries: one.tries + 1, ...change });
  };
  const nextHeld = (at: string): WaitingMessage | null => {
    const first = [...held.values()].find(({ settled }) => settled === null);
    // In its lane the oldest one goes first, or all wait.
    return first === undefined || msBetween(first.dueAt, at) < 0 ? null : toWaiting(first);
  };

  return {
    ...store,
    add: (messages) => {
      try {
        flush();
        store.add(messages);
      } catch (error) {
        if (messages.some(({ target }) => target !== 'phone')) throw error;
        for (const message of messages) {
          held.set(message.id, { message, tries: 0, dueAt: message.at, settled: null, isSent: false });
        }
      }
    },
    nextDue: (target, at) => {
      if (target !== 'phone' || held.size === 0 || isFlushed()) return store.nextDue(target, at);
      return nextHeld(at);
    },
    noteSent: (message, at) =>
      settle(message, { settled: (stored) => store.noteSent(stored, at), isSent: true }, () =>
        store.noteSent(message, at),
      ),
    noteDead: (message, at, failed) =>
      settle(message, { settled: (stored) => store.noteDead(stored, at, failed) }, () =>
        store.noteDead(message, at, failed),
      ),
    noteRetry: (message, at, dueAt, failed) =>
      settle(message, { settled: null, dueAt }, () => store.noteRetry(message, at, dueAt, failed)),
    drop: (message) => {
      if (!held.delete(message.id)) store.drop(message);
    },
    hurry: (target, at) => {
      if (target === 'phone') for (const [id, one] of held) held.set(id, { ...one, dueAt: at });
      if (held.size === 0) store.hurry(target, at);
    },
    state: (target) => {
      const state = store.state(target);
      const waiting = [...held.values()].filter(({ settled }) => settled === null).length;
      return target === 'phone' ? { ...state, waiting: state.waiting + waiting } : state;
    },
    phoneMessages: (since) => {
      try {
        lastRows = store.phoneMessages(since);
      } catch (error) {
        // Nobody is told twice because a disk cannot be read.
        if (held.size === 0 && lastRows.length === 0) throw error;
      }
      const own = [...held.values()].map(({ message, isSent }) => ({
        id: message.id,
        body: message.body,
        isSent,
      }));
      const ids = new Set(own.map(({ id }) => id));
      return [...lastRows.filter(({ id }) => !ids.has(id)), ...own];
    },
    purge: (before) => {
      if (isFlushed()) store.purge(before);
    },
  };
}
