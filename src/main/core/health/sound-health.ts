import type { HealthCode, HealthState } from '../../../shared/health/health.ts';

/** Result reported by the page that plays sounds. */
export type PageTest = {
  readonly ok: boolean;
  /** Number of sound outputs that the system offers to the page. */
  readonly devices: number;
  readonly detail: string | null;
};

/** Sound settings of the computer itself. null: this system does not report it. */
export type SoundOutput = {
  readonly hasDevice: boolean | null;
  readonly isMuted: boolean | null;
  /** 0 to 100, higher where the system amplifies. */
  readonly volume: number | null;
};

export const UNKNOWN_OUTPUT: SoundOutput = { hasDevice: null, isMuted: null, volume: null };

/** Returns the light of the sound. An unknown fact never makes it worse. */
export function soundHealth(facts: {
  /** null: not tried yet. */
  readonly page: PageTest | null;
  readonly output: SoundOutput;
  /** The volume in the settings, 0 to 100. */
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
