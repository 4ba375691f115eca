import type { WorstPart } from '../../../shared/health-sentence.ts';
import { HEALTH_PARTS, type Health } from '../../../shared/health.ts';

/** Returns the parts that this shop uses. */
export function shownParts(health: Health): readonly WorstPart[] {
  return HEALTH_PARTS.map((part) => ({ part, entry: health[part] })).filter(
    ({ entry }) => entry.code !== 'not-used',
  );
}
