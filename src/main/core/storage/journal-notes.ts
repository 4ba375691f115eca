import type { SyncNote, SyncNotes } from '../support/notes.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';

/** Notes of a store that may fail: a note that cannot be stored is held, and written when the store works again. */
export function createJournalNotes({
  notes,
  watch,
}: {
  readonly notes: SyncNotes;
  readonly watch: CircuitBreaker;
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
    watch.write(write, () => {
      held.set(note, value);
      watch.later(note, write);
    });
  };

  return {
    read: (note) => {
      const value = held.get(note);
      if (value !== undefined) return value;
      return watch.read(
        () => notes.read(note),
        () => null,
      );
    },
    save: put,
    forget: (note) => put(note, null),
    staleReady: (query) =>
      watch
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
      watch.write(write, () => {
        asked.add(orderId);
        watch.later(`asked ${orderId}`, write);
      });
    },
    lastWebhookAt: () => watch.read(notes.lastWebhookAt, () => null),
  };
}
