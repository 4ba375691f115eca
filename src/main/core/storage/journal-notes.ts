import type { SyncNote, SyncNotes } from '../support/notes.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';

/** Notes of a store that may fail: a note that cannot be stored is held, and written when the store works again. */
export function createJournalNotes({
  notes,
  breaker,
}: {
  readonly notes: SyncNotes;
  readonly breaker: CircuitBreaker;
}): SyncNotes {
  /** null: the note was deleted. */
  const held = new Map<SyncNote, string | null>();
  const asked = new Set<string>();

  const put = (note: SyncNote, value: string | null): void => {
    const write = (): void => {
      if (value === null) notes.forget(note);
      else notes.save(note, value);
      held.delete(note);
    };
    breaker.write(write, () => {
      held.set(note, value);
      breaker.later(note, write);
    });
  };

  return {
    read: (note) => {
      const value = held.get(note);
      if (value !== undefined) return value;
      return breaker.read(
        () => notes.read(note),
        () => null,
      );
    },
    save: put,
    forget: (note) => put(note, null),
    staleReady: (query) =>
      breaker
        .read(
          () => notes.staleReady(query),
          () => [],
        )
        .filter((orderId) => !asked.has(orderId)),
    markAsked: (orderId, at) => {
      const write = (): void => {
        notes.markAsked(orderId, at);
        asked.delete(orderId);
      };
      breaker.write(write, () => {
        asked.add(orderId);
        breaker.later(`asked ${orderId}`, write);
      });
    },
    lastWebhookAt: () => breaker.read(notes.lastWebhookAt, () => null),
  };
}
