import type { Alert } from '../../../shared/orders/alert.ts';
import { isShortcut, type ShortcutOutcome, type ShortcutView } from '../../../shared/settings/shortcut.ts';
import { onCard } from '../alerts/what-is-shown.ts';

/** Keys that are held down come again within this time: all of that is one press. Slower than every keyboard's delay. */
const HELD_MS = 700;
/** For so long the counter counts as shown after a press, also where the system does not let it take the keyboard. */
const BROUGHT_MS = 10_000;
/** An alert that came this recently is not the one that somebody looked at when the keys were pressed. */
const STEADY_MS = 400;

/** How the counter stands on the screen. */
export type CounterLook = 'in-front' | 'open' | 'closed';

export type Shortcut = {
  readonly view: () => ShortcutView;
  /** Changes the keys. Keys that the system refuses change nothing. */
  readonly set: (keys: string) => Promise<ShortcutOutcome>;
  /** The settings may have changed, or the system may give now what it refused before. */
  readonly follow: () => void;
  /** Receives all open alerts after each change. */
  readonly noteAlerts: (open: readonly Alert[]) => void;
  /** Gives the keys back to the system. */
  readonly stop: () => void;
};

/**
 * Keeps one global shortcut: the first press shows the counter, a press while it shows marks the first alert as seen. It
 * is never called working before it was pressed and arrived.
 */
export function createShortcut(deps: {
  /** Asks the system for these keys. Returns false when it refuses. */
  readonly take: (keys: string, onPress: () => void) => boolean;
  readonly giveBack: (keys: string) => void;
  readonly isWayland: boolean;
  /** The keys in the settings. */
  readonly wanted: () => string;
  /** Returns whether it was saved. `follow` is called meanwhile. */
  readonly save: (keys: string) => Promise<boolean>;
  readonly counter: () => CounterLook;
  readonly showCounter: () => void;
  readonly seen: (alertId: string) => void;
  readonly monotonicMs: () => number;
  readonly onChange: (view: ShortcutView) => void;
  /** Keys of the settings were refused. */
  readonly onRefused: (keys: string) => void;
}): Shortcut {
  let held = '';
  /** Taken for a change that is not saved yet. */
  let coming = '';
  /** The keys of which it was said that they are refused. */
  let refused = '';
  let state: ShortcutView['state'] = 'off';
  let lastSent = '';
  let pressedMs = Number.NEGATIVE_INFINITY;
  let broughtMs = Number.NEGATIVE_INFINITY;
  let first: { readonly id: string; readonly sinceMs: number } | null = null;

  const view = (): ShortcutView => ({ keys: deps.wanted(), state, isWayland: deps.isWayland });
  const setState = (next: ShortcutView['state']): void => {
    state = next;
    const current = view();
    if (lastSent === JSON.stringify(current)) return;
    lastSent = JSON.stringify(current);
    deps.onChange(current);
  };

  const press = (): void => {
    const nowMs = deps.monotonicMs();
    const isHeld = nowMs - pressedMs < HELD_MS;
    pressedMs = nowMs;
    if (coming === '') setState('proven');
    if (isHeld) return;
    const look = deps.counter();
    const isShown = look === 'in-front' || (look === 'open' && nowMs - broughtMs < BROUGHT_MS);
    if (!isShown) {
      broughtMs = nowMs;
      deps.showCounter();
    } else if (first !== null && nowMs - first.sinceMs >= STEADY_MS) deps.seen(first.id);
  };

  const follow = (): void => {
    const wanted = deps.wanted();
    if (wanted === held) {
      setState(wanted === '' ? 'off' : state);
      return;
    }
    const isTaken = wanted === '' || wanted === coming || deps.take(wanted, press);
    if (held !== '') deps.giveBack(held);
    held = isTaken ? wanted : '';
    coming = '';
    setState(wanted === '' ? 'off' : isTaken ? 'unproven' : 'taken');
    if (isTaken) refused = '';
    else if (refused !== wanted) {
      refused = wanted;
      deps.onRefused(wanted);
    }
  };

  return {
    view,
    set: async (keys) => {
      if (keys !== '' && !isShortcut(keys)) return 'unusable';
      if (keys !== '' && keys !== held) {
        if (coming !== '' || !deps.take(keys, press)) return 'taken';
        coming = keys;
      }
      const isSaved = await deps.save(keys);
      if (coming !== '') {
        // `follow` was not called, so nothing was saved.
        deps.giveBack(coming);
        coming = '';
      }
      return isSaved ? 'done' : 'not-saved';
    },
    follow,
    noteAlerts: (open) => {
      const [alert] = onCard(open);
      if (alert?.id === first?.id) return;
      first = alert === undefined ? null : { id: alert.id, sinceMs: deps.monotonicMs() };
    },
    stop: () => {
      if (held !== '') deps.giveBack(held);
      held = '';
    },
  };
}
