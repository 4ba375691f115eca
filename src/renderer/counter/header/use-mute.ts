import { useCallback } from 'react';
import type { MuteState } from '../../../shared/orders/alert.ts';
import { createLive, useLive } from '../../live.ts';
import { useShop } from '../../shop-context.ts';
import type { Announcer } from '../notices/announcer.tsx';

export type MuteControl = {
  /** ISO UTC; null when nothing is muted. */
  readonly until: string | null;
  /** 0 ends it. */
  readonly set: (minutes: number) => void;
};

/** Returns until when alerts are muted, and a function that changes it. */
export function useMute(say: Announcer['say']): MuteControl {
  const { api, texts, times } = useShop();
  const mute = useLive<MuteState>(() =>
    createLive({
      read: () => api['mute:read'](),
      listen: (apply) => api.on('mute:changed', (next) => apply(() => next)),
    }),
  );
  const set = useCallback(
    (minutes: number) => {
      api['mute:set']({ minutes })
        .then(({ until }) =>
          say(until === null ? texts.sound.unmuted : texts.sound.mutedUntil(times.clock(until))),
        )
        .catch(() => say(texts.sound.muteFailed, true));
    },
    [api, say, texts, times],
  );
  return { until: mute.state.phase === 'ready' ? mute.state.value.until : null, set };
}
