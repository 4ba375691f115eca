/** For how long alerts can be muted. */
export const MUTE_MINUTES = [15, 30, 60] as const;
/** The longest mute that any caller may set. */
export const MAX_MUTE_MINUTES = 240;

export type MuteState = {
  /** ISO UTC until which only do-not-hand-over rings; null when nothing is muted. */
  readonly until: string | null;
};
