import type { DeliveryPage } from '../../shared/delivery.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { own } from '../../shared/own.ts';

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

/** Returns the note of a delivery with its known parts in words. */
export function detailText(detail: string, { deliveries }: Texts): string {
  return (
    detail
      .split('; ')
      // The sender of a request may choose this text: `constructor` must not find an inherited property.
      .map((part) => own(deliveries.details, part) ?? withPrefix(part, deliveries.detailPrefixes))
      .join(' · ')
  );
}

function withPrefix(part: string, prefixes: Readonly<Record<string, string>>): string {
  const [prefix] = Object.keys(prefixes).filter((known) => part.startsWith(known));
  return prefix === undefined ? part : `${own(prefixes, prefix) ?? ''}${part.slice(prefix.length)}`;
}
