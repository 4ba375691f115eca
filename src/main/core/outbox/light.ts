import { OUTBOX_TARGETS, type OutboxTarget, type OutgoingView } from '../../../shared/settings/outgoing.ts';
import { shiftIso, type Now } from '../../../shared/time.ts';
import type { HealthLights } from '../health/board.ts';

/** One failed try is no news: the next one comes soon. */
const LATE_MS = 2 * 60 * 1000;
/** A message that was given up is said until it is this old; the settings show it for longer. */
const SAID_MS = 4 * 24 * 60 * 60 * 1000;

/**
 * Returns what shows the light of everything that goes out: yellow while something does not arrive for minutes, or was
 * given up. Never red: alerts at the counter do not depend on it.
 */
export function createOutgoingLight(deps: {
  readonly health: Pick<HealthLights, 'set'>;
  /** What is switched on. */
  readonly isOn: (target: OutboxTarget | 'heartbeat') => boolean;
  readonly now: Now;
  readonly monotonicMs: () => number;
}): (read: () => OutgoingView) => void {
  let failingSinceMs: number | null = null;

  const isFailing = (view: OutgoingView): boolean =>
    (deps.isOn('heartbeat') && (view.heartbeat?.failed ?? null) !== null) ||
    OUTBOX_TARGETS.some((target) => {
      const { waiting, last } = view[target];
      return deps.isOn(target) && waiting > 0 && (last?.failed ?? null) !== null;
    });

  return (read) => {
    if (!deps.isOn('heartbeat') && !OUTBOX_TARGETS.some(deps.isOn)) {
      deps.health.set('outgoing', 'off', 'not-used');
      return;
    }
    const view = read();
    const nowMs = deps.monotonicMs();
    failingSinceMs = isFailing(view) ? (failingSinceMs ?? nowMs) : null;
    const saidFrom = shiftIso(deps.now(), -SAID_MS);
    const hasDead = view.deadLetters.some(({ target, at }) => deps.isOn(target) && at > saidFrom);
    if (failingSinceMs !== null && nowMs - failingSinceMs >= LATE_MS) {
      deps.health.set('outgoing', 'degraded', 'outgoing-late');
    } else if (hasDead) deps.health.set('outgoing', 'degraded', 'outgoing-dead');
    else deps.health.set('outgoing', 'ok', 'ok');
  };
}
