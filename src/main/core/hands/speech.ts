import type { Alert, OrderAlert } from '../../../shared/orders/alert.ts';
import { byUrgency } from '../../../shared/orders/card.ts';
import type { VoiceOutcome } from '../../../shared/settings/hands.ts';
import type { Texts } from '../../../shared/texts/texts.ts';

/** Of many alerts that come together, so many are spoken; the others are counted. */
const SPOKEN_AT_ONCE = 3;
/** An order that must not be handed over is spoken even then, up to so many. */
const STOPS_AT_ONCE = 6;

export type Speech = {
  /** Receives all open alerts after each change. */
  readonly noteAlerts: (open: readonly Alert[]) => void;
  /** A tone has begun: what waits may follow it. */
  readonly noteTone: () => void;
  readonly stop: () => void;
};

/**
 * Speaks the code of each alert that is raised and rings, once, after a tone. It never speaks anything but codes, never
 * holds up a tone, and falls silent as soon as its alert is seen or closed.
 */
export function createSpeech(deps: {
  readonly isOn: () => boolean;
  /** Whether an alert of this kind rings now: neither muted nor in quiet hours. */
  readonly isAudible: (kind: OrderAlert['kind']) => boolean;
  readonly texts: () => Texts;
  /** Speaks after the tone that plays now; resolves when it ends, always. null: no page can speak now. */
  readonly say: (text: string) => Promise<VoiceOutcome> | null;
  /** Cuts off what is being said. */
  readonly hush: () => void;
}): Speech {
  /** null: before the first look. What was open then has been told before. */
  let known: ReadonlySet<string> | null = null;
  let waiting: readonly OrderAlert[] = [];
  /** Spoken since nothing waited. */
  let spoken = 0;
  let current: { readonly id: string | null } | null = null;

  const speak = (id: string | null, text: string): boolean => {
    const said = deps.say(text);
    if (said === null) return false;
    current = { id };
    void goOn(said);
    return true;
  };
  const goOn = async (said: Promise<VoiceOutcome>): Promise<void> => {
    await said;
    current = null;
    next();
  };
  const next = (): void => {
    if (current !== null) return;
    if (!deps.isOn()) waiting = [];
    waiting = waiting.filter(({ kind }) => deps.isAudible(kind));
    const [first, ...others] = waiting;
    if (first === undefined) {
      spoken = 0;
      return;
    }
    const words = deps.texts().spoken;
    const most = first.kind === 'cancelled' ? STOPS_AT_ONCE : SPOKEN_AT_ONCE;
    // A single one is spoken as soon as counting it.
    if (spoken < most || others.length === 0) {
      if (!speak(first.id, words.order(first.code, first.kind))) return;
      waiting = others;
      spoken += 1;
    } else if (speak(null, words.more(waiting.length))) waiting = [];
  };

  return {
    noteAlerts: (open) => {
      const before = known;
      known = new Set(open.map(({ id }) => id));
      const isOpen = known;
      if (current !== null && current.id !== null && !isOpen.has(current.id)) deps.hush();
      const fresh = before === null || !deps.isOn() ? [] : open.filter(({ id }) => !before.has(id));
      waiting = [...waiting, ...fresh.flatMap((alert) => (alert.kind === 'connection' ? [] : [alert]))]
        .filter(({ id }) => isOpen.has(id))
        .toSorted(byUrgency);
      if (open.length === 0 && current !== null) deps.hush();
      next();
    },
    noteTone: next,
    stop: () => {
      waiting = [];
      deps.hush();
    },
  };
}
