import { factLine } from '../../../shared/health/fact.ts';
import { HEALTH_PARTS, type Health, type HealthNote } from '../../../shared/health/health.ts';
import type { Now } from '../../../shared/time.ts';

export type HealthRecorder = {
  /** `isRevived`: the app restarted itself after a failure. */
  readonly start: (version: string, isRevived: boolean) => void;
  /** Records the parts whose state or reason changed. */
  readonly follow: (health: Health) => void;
  readonly stop: (version: string) => void;
};

/** Writes changes of the health board to the history. A start without a stop before it means a crash. */
export function createHealthRecorder(deps: {
  readonly add: (note: HealthNote) => void;
  readonly now: Now;
}): HealthRecorder {
  const { add, now } = deps;
  let before: Health | null = null;
  const noteApp = (state: 'started' | 'stopped', version: string, detail: string | null): void =>
    add({ at: now(), part: 'app', state, code: version, detail });
  return {
    start: (version, isRevived) => noteApp('started', version, isRevived ? 'after a failure' : null),
    follow: (health) => {
      for (const part of HEALTH_PARTS) {
        const { state, code } = health[part];
        const detail = factLine(health[part].detail);
        const known = before?.[part];
        if (known?.state === state && known.code === code && factLine(known.detail) === detail) continue;
        add({ at: now(), part, state, code, detail });
      }
      before = health;
    },
    stop: (version) => noteApp('stopped', version, null),
  };
}
