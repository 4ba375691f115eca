import type { Texts } from '../../shared/texts/texts.ts';

/** Returns how long something took in words: seconds up to two minutes, then minutes, then hours. */
export function durationText(ms: number | null, texts: Texts['day']): string {
  if (ms === null) return texts.none;
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return texts.seconds(seconds);
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? texts.minutes(minutes) : texts.hoursMinutes(Math.floor(minutes / 60), minutes % 60);
}
