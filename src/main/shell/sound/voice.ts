import type { PushToPages, VoiceOrder } from '../../../shared/ipc-contract.ts';
import type { VoiceCheck, VoiceOutcome, VoiceReport } from '../../../shared/settings/hands.ts';
import type { Sound } from './sound.ts';

/** Longer than the page itself allows; then it is gone, or hangs. */
const LIMIT_MS = 22_000;
const PAGE_START_MS = 8_000;
const LOOK_MS = 50;

export type Voice = {
  /** Speaks on the page that plays the tones, after the tone. null: no page rings now. */
  readonly say: (order: Omit<VoiceOrder, 'id'>) => Promise<VoiceOutcome> | null;
  /** Speaks, or looks for a voice where the text is empty, also while nothing rings. */
  readonly tryOut: (order: Omit<VoiceOrder, 'id'>) => Promise<VoiceCheck>;
  readonly hush: () => void;
  readonly report: (report: VoiceReport) => void;
};

/** Returns the voice, on the page that plays the tones. It asks nothing of that page but to speak. */
export function createVoice(deps: {
  readonly sound: Pick<Sound, 'page' | 'hold' | 'isRinging'>;
  readonly push: PushToPages;
}): Voice {
  const waiting = new Map<number, (check: VoiceCheck) => void>();
  let counter = 0;

  const ask = (order: Omit<VoiceOrder, 'id'>): Promise<VoiceCheck> =>
    new Promise((resolve) => {
      counter += 1;
      const id = counter;
      const answer = (check: VoiceCheck): void => {
        clearTimeout(limit);
        waiting.delete(id);
        resolve(check);
      };
      const limit = setTimeout(() => answer({ outcome: 'failed', voice: null }), LIMIT_MS);
      waiting.set(id, answer);
      const page = deps.sound.page();
      if (page === null) answer({ outcome: 'failed', voice: null });
      else deps.push([page], 'voice:say', { ...order, id });
    });

  return {
    say: (order) => (deps.sound.isRinging() ? ask(order).then(({ outcome }) => outcome) : null),
    tryOut: async (order) => {
      const release = deps.sound.hold();
      try {
        for (let waitedMs = 0; deps.sound.page() === null && waitedMs < PAGE_START_MS; waitedMs += LOOK_MS) {
          await new Promise((resolve) => {
            setTimeout(resolve, LOOK_MS);
          });
        }
        return await ask(order);
      } finally {
        release();
      }
    },
    hush: () => {
      const page = deps.sound.page();
      if (page !== null) deps.push([page], 'voice:hush', null);
    },
    report: ({ id, outcome, voice }) => waiting.get(id)?.({ outcome, voice }),
  };
}
