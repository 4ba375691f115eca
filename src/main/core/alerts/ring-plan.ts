import { URGENCY } from '../../../shared/orders/card.ts';
import type { Alert, AlertKind } from '../../../shared/orders/alert.ts';
import type { AlertSettings, ToneId } from '../../../shared/settings/alert-settings.ts';

/** The sound to play now. */
export type Ring = {
  readonly kind: AlertKind;
  readonly tone: ToneId;
  /** 0 to 1. */
  readonly volume: number;
  /** Other tones that are heard in turn with this one. */
  readonly inTurnWith: readonly { readonly tone: ToneId; readonly volume: number }[];
  /** From the start of one tone to the start of the next. */
  readonly everyMs: number;
  /** 0 calm, 1 insistent, 2 as hard as it gets. */
  readonly level: 0 | 1 | 2;
  /** The card flashes too. */
  readonly flash: boolean;
};

export type RingPlan = {
  readonly ring: Ring | null;
  /** Milliseconds until the plan may change by time alone; null when only new events can change it. */
  readonly recheckMs: number | null;
};

/** An open alert and how long it has waited, by the monotonic clock. */
export type WaitingAlert = { readonly alert: Pick<Alert, 'kind'>; readonly ageMs: number };

export type ClockFacts = {
  /** Minutes since midnight in the shop's time zone. */
  readonly minuteOfDay: number;
  /** Milliseconds into that minute. */
  readonly msOfMinute: number;
  /** Milliseconds that a mute still lasts; 0 without a mute. */
  readonly mutedForMs: number;
};

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** Alternate with a more urgent kind, unless that kind is an order that must not be handed over. */
const IN_TURN: readonly AlertKind[] = ['unclear', 'ready'];
const CALM_EVERY_MS: Readonly<Record<AlertKind, number>> = {
  cancelled: 3_000,
  connection: 15_000,
  unclear: 8_000,
  ready: 8_000,
  'cancelled-after-handover': 20_000,
};
/** Not configurable, because it is so rare; no other kind uses this tone by default. */
const UNCLEAR_TONE: ToneId = 'knock';
/** A tone is never cut off by the next one. */
const FASTEST_MS = 2_000;
const LEVEL_VOLUME = [1, 1.25, 1.5] as const;
const CALM_VOLUME: Readonly<Record<AlertKind, number>> = {
  cancelled: 1,
  connection: 0.8,
  unclear: 1,
  ready: 1,
  'cancelled-after-handover': 0.5,
};

/**
 * Returns what rings now and when to decide again, from the open alerts, the settings and the time. The most urgent
 * kind rings, and an outage alternates with orders that wait. A mute and quiet hours silence everything except an order
 * that must not be handed over.
 */
export function planRing(
  waiting: readonly WaitingAlert[],
  settings: AlertSettings,
  clock: ClockFacts,
): RingPlan {
  const quiet = quietHours(settings, clock);
  const silenced = isSilent(settings, clock);
  const audible = waiting.filter(({ alert }) => !silenced || alert.kind === 'cancelled');
  const kinds = [...new Set(audible.map(({ alert }) => alert.kind))].sort((a, b) => URGENCY[a] - URGENCY[b]);
  const changes = [
    ...(clock.mutedForMs > 0 ? [clock.mutedForMs] : []),
    ...(quiet.changesInMs !== null ? [quiet.changesInMs] : []),
  ];
  const [first, ...others] = kinds;
  if (first === undefined) return { ring: null, recheckMs: waiting.length === 0 ? null : soonest(changes) };
  // An outage may last for hours; orders that can be handed over meanwhile must still be heard.
  const inTurn = first === 'cancelled' ? [] : others.filter((kind) => IN_TURN.includes(kind));
  const main = planKind(first, audible, settings);
  const rest = inTurn.map((kind) => planKind(kind, audible, settings));
  const all = [main, ...rest].map(({ ring }) => ring);
  return {
    ring: {
      ...main.ring,
      inTurnWith: rest.map(({ ring: { tone, volume } }) => ({ tone, volume })),
      // Each kind keeps about its own interval.
      everyMs: Math.max(FASTEST_MS, Math.round(Math.min(...all.map(({ everyMs }) => everyMs)) / all.length)),
      level: all.map(({ level }) => level).reduce((a, b) => (a > b ? a : b)),
      flash: all.some(({ flash }) => flash),
    },
    recheckMs: soonest([...changes, ...[main, ...rest].flatMap((one) => one.changes)]),
  };
}

/** Returns whether a mute or quiet hours silence everything that is not an order that must not be handed over. */
export function isSilent(settings: AlertSettings, clock: ClockFacts): boolean {
  return clock.mutedForMs > 0 || quietHours(settings, clock).now;
}

function planKind(
  kind: AlertKind,
  audible: readonly WaitingAlert[],
  settings: AlertSettings,
): { readonly ring: Omit<Ring, 'inTurnWith'>; readonly changes: readonly number[] } {
  const ageMs = Math.max(...audible.filter(({ alert }) => alert.kind === kind).map((entry) => entry.ageMs));
  const stepMs = settings.escalateAfterMinutes * MINUTE_MS;
  const level = levelAt(ageMs, stepMs, kind);
  return {
    ring: {
      kind,
      tone: kind === 'unclear' ? UNCLEAR_TONE : settings.tones[kind],
      volume: Math.min(1, (settings.volume / 100) * CALM_VOLUME[kind] * LEVEL_VOLUME[level]),
      everyMs: Math.max(FASTEST_MS, Math.round(CALM_EVERY_MS[kind] / 2 ** level)),
      level,
      flash: level === 2,
    },
    changes: stepMs > 0 && level < 2 && escalates(kind) ? [stepMs * (level + 1) - ageMs] : [],
  };
}

/** An alert that no longer needs an action does not grow louder. */
function escalates(kind: AlertKind): boolean {
  return kind !== 'cancelled-after-handover';
}

function levelAt(ageMs: number, stepMs: number, kind: AlertKind): 0 | 1 | 2 {
  if (stepMs <= 0 || !escalates(kind) || ageMs < stepMs) return 0;
  return ageMs < 2 * stepMs ? 1 : 2;
}

function soonest(times: readonly number[]): number | null {
  return times.length === 0 ? null : Math.max(1, Math.min(...times));
}

function quietHours(
  { quiet }: AlertSettings,
  { minuteOfDay, msOfMinute }: ClockFacts,
): { readonly now: boolean; readonly changesInMs: number | null } {
  if (!quiet.enabled || quiet.fromMinute === quiet.toMinute) return { now: false, changesInMs: null };
  const until = (minute: number): number => (minute - minuteOfDay + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
  const now =
    quiet.fromMinute < quiet.toMinute
      ? minuteOfDay >= quiet.fromMinute && minuteOfDay < quiet.toMinute
      : minuteOfDay >= quiet.fromMinute || minuteOfDay < quiet.toMinute;
  return { now, changesInMs: until(now ? quiet.toMinute : quiet.fromMinute) * MINUTE_MS - msOfMinute };
}
