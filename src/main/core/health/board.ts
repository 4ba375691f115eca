import { factLine, type Fact } from '../../../shared/health/fact.ts';
import type {
  Health,
  HealthCode,
  HealthEntry,
  HealthFacts,
  HealthPart,
  HealthState,
} from '../../../shared/health/health.ts';
import type { Now } from '../../../shared/time.ts';

export type HealthBoard = {
  readonly read: () => Health;
  /** Says how a part is. Keeps `since` while state and code stay the same. */
  readonly set: (part: HealthPart, state: HealthState, code: HealthCode, detail?: Fact | null) => void;
  readonly note: (facts: Partial<HealthFacts>) => void;
};

/** What a part reports about itself. Whoever decides something asks the part; a light is only for people. */
export type HealthLights = Pick<HealthBoard, 'set' | 'note'>;

/** Remembers how each part is and since when; calls `onChange` when that changes. */
export function createHealthBoard({
  now,
  onChange,
}: {
  now: Now;
  onChange: (health: Health) => void;
}): HealthBoard {
  const start: HealthEntry = { state: 'off', code: 'starting', since: now(), detail: null };
  let health: Health = {
    partner: start,
    tunnel: { ...start, code: 'tunnel-off' },
    receiver: start,
    store: start,
    sound: { ...start, code: 'not-used' },
    toasts: { ...start, code: 'not-used' },
    power: { ...start, state: 'ok', code: 'ok' },
    clock: { ...start, code: 'not-used' },
    orders: { ...start, code: 'not-used' },
    printer: { ...start, code: 'not-used' },
    outgoing: { ...start, code: 'not-used' },
    outlet: { ...start, code: 'not-used' },
    facts: { lastPollAt: null, lastWebhookAt: null, lastOutletAt: null, clockOffsetMs: 0 },
  };
  return {
    read: () => health,
    set: (part, state, code, detail = null) => {
      const before = health[part];
      if (before.state === state && before.code === code && factLine(before.detail) === factLine(detail))
        return;
      const since = before.state === state && before.code === code ? before.since : now();
      health = { ...health, [part]: { state, code, since, detail } };
      onChange(health);
    },
    note: (facts) => {
      health = { ...health, facts: { ...health.facts, ...facts } };
      onChange(health);
    },
  };
}
