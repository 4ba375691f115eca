import type { HealthCode, HealthState } from '../../../shared/health.ts';

/** What the page that plays told of itself. */
export type PageTest = {
  readonly ok: boolean;
  /** Sound outputs that the system offers to it. */
  readonly devices: number;
  readonly detail: string | null;
};

/** How the computer itself is set. null: this system does not tell. */
export type SoundOutput = {
  readonly hasDevice: boolean | null;
  readonly isMuted: boolean | null;
  /** 0 to 100, above it where the system amplifies. */
  readonly volume: number | null;
};

export const UNKNOWN_OUTPUT: SoundOutput = { hasDevice: null, isMuted: null, volume: null };

/** How the sound's light stands. What cannot be known is not held against it. */
export function soundHealth(facts: {
  /** null: it has not been tried yet. */
  readonly page: PageTest | null;
  readonly output: SoundOutput;
  /** 0 to 100, of the settings. */
  readonly volume: number;
}): [HealthState, HealthCode, string | null] {
  const { page, output, volume } = facts;
  if (page !== null && !page.ok) {
    const isMissing = page.devices === 0 && page.detail === null;
    return ['down', isMissing ? 'sound-no-device' : 'sound-failed', page.detail];
  }
  if (output.hasDevice === false) return ['down', 'sound-no-device', null];
  if (volume === 0) return ['degraded', 'sound-volume-zero', null];
  if (output.isMuted === true) return ['degraded', 'sound-computer-muted', null];
  if (output.volume === 0) return ['degraded', 'sound-computer-volume-zero', null];
  return page === null ? ['off', 'not-used', null] : ['ok', 'ok', null];
}
