/** Something that tells who uses this computer, and what stands for it. */
export type OwnPlace = readonly [place: string, standIn: string];

const MIN_CHARS = 2;

/**
 * Takes folders and names of this computer out of a text, as they are and as JSON writes them, also inside other JSON; with
 * either slash and whatever the case of their letters, as Windows takes them.
 */
export function createPlaceHider(places: readonly OwnPlace[]): (text: string) => string {
  const patterns = places
    .filter(([place]) => place.length >= MIN_CHARS)
    // A folder before the one that it is in.
    .toSorted(([one], [other]) => other.length - one.length)
    .map(([place, standIn]) => [toPattern(place), standIn] as const);
  return (text) =>
    patterns.reduce((known, [pattern, standIn]) => known.replace(pattern, () => standIn), text);
}

function toPattern(place: string): RegExp {
  const parts = place.split(/[/\\]+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  // Each JSON around another doubles every backslash.
  return new RegExp(parts.join(String.raw`(?:/|\\+)`), 'gi');
}
