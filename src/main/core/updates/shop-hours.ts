import { isOpenAt, type OpeningHours } from '../../../shared/settings/opening-hours.ts';
import { timeOfDay, weekdayIn } from '../../../shared/time.ts';

/** `unknown`: the settings have no opening hours. */
export type ShopHours = 'open' | 'closed' | 'unknown';

/** Returns whether the shop is open at this time. `timeZone`: IANA name. */
export function shopHoursAt(hours: OpeningHours, timeZone: string, at: Date): ShopHours {
  if (!hours.enabled) return 'unknown';
  const isOpen = isOpenAt(hours, weekdayIn(at, timeZone), timeOfDay(at, timeZone).minuteOfDay);
  return isOpen ? 'open' : 'closed';
}

/** Returns whether the computer is kept awake: as long as orders may come in. */
export function staysAwake(facts: {
  /** The user's setting. */
  readonly keepAwake: boolean;
  readonly isReceiving: boolean;
  readonly hours: ShopHours;
}): boolean {
  return facts.keepAwake && facts.isReceiving && facts.hours !== 'closed';
}
