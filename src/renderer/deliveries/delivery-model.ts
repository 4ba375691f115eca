import type { DeliveryPage } from '../../shared/health/delivery.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { noteText, type DeliveryNote } from '../../shared/health/delivery-note.ts';

/**
 * Returns the list with its newest page replaced. Older rows stay, unless rows are missing between them and the new
 * page.
 */
export function withNewest(before: DeliveryPage, newest: DeliveryPage): DeliveryPage {
  const oldestNew = newest.entries.at(-1)?.id ?? Number.POSITIVE_INFINITY;
  const [newestBefore] = before.entries;
  const hasHole = newestBefore === undefined || oldestNew > newestBefore.id + 1;
  if (hasHole || !newest.hasMore) return newest;
  const below = before.entries.filter((entry) => entry.id < oldestNew);
  return {
    ...newest,
    entries: [...newest.entries, ...below],
    hasMore: below.length > 0 ? before.hasMore : newest.hasMore,
  };
}

/** Returns the list with the next older page at its end. */
export function withOlder(before: DeliveryPage, older: DeliveryPage): DeliveryPage {
  const oldest = before.entries.at(-1)?.id ?? Number.POSITIVE_INFINITY;
  const below = older.entries.filter((entry) => entry.id < oldest);
  return { ...older, entries: [...before.entries, ...below] };
}

/** Returns the notes of a delivery in words. */
export function notesInWords(notes: readonly DeliveryNote[], { deliveries }: Texts): string {
  return notes.map((note) => noteText(note, deliveries.notes)).join(' · ');
}
