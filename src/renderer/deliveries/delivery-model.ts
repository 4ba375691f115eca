import type { DeliveryPage } from '../../shared/delivery.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { own } from '../../shared/own.ts';

/** The list with its newest page read again. What was loaded below stays, unless more came than a page holds. */
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

/** The list with the next page below it. */
export function withOlder(before: DeliveryPage, older: DeliveryPage): DeliveryPage {
  const oldest = before.entries.at(-1)?.id ?? Number.POSITIVE_INFINITY;
  const below = older.entries.filter((entry) => entry.id < oldest);
  return { ...older, entries: [...before.entries, ...below] };
}

/** What the log noted, with the parts that are known put into words. */
export function detailText(detail: string, { deliveries }: Texts): string {
  return (
    detail
      .split('; ')
      // Who calls chooses its own words: `constructor` must not find what every object has.
      .map((part) => own(deliveries.details, part) ?? withPrefix(part, deliveries.detailPrefixes))
      .join(' · ')
  );
}

function withPrefix(part: string, prefixes: Readonly<Record<string, string>>): string {
  const [prefix] = Object.keys(prefixes).filter((known) => part.startsWith(known));
  return prefix === undefined ? part : `${own(prefixes, prefix) ?? ''}${part.slice(prefix.length)}`;
}
