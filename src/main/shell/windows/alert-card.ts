import { isDeepStrictEqual } from 'node:util';
import { BrowserWindow, screen } from 'electron';
import type { CardState } from '../../../shared/orders/card.ts';
import type { PushToPages } from '../../../shared/ipc-contract.ts';
import type { Log } from '../../log.ts';
import { cardSize, isMoved, placeCard, placePill, type Place } from '../../core/alerts/card-place.ts';
import { onFirstFrame } from './first-frame.ts';
import { createComeBack } from './page-reload.ts';
import { processorMs } from './page-processor.ts';
import { watchPulse } from './page-pulse.ts';
import { PAGE_ORIGIN } from './window-security.ts';
import type { WindowPlaces } from './windows.ts';
import type { Zoom } from './zoom.ts';

const WATERMARK = 32;

export type AlertCard = {
  /** Shows this state. The card opens when there is something to show, and closes when there is not. */
  readonly show: (state: CardState) => void;
  /** Returns what it shows, for its page. */
  readonly state: () => CardState;
  /**
   * Receives the place of the counter's page while that window has the focus, else null. With it the card is a pill
   * that keeps clear of the page, or is hidden where the page leaves no room: the counter shows the same alerts.
   */
  readonly followCounter: (page: Place | null) => void;
  readonly stop: () => void;
};

/** Calls that the card's page may make. */
export type CardPages = {
  readonly card: () => CardState;
  readonly undo: () => void;
  /** Acknowledges all alerts of this state. */
  readonly seenAll: (revision: number) => void;
  readonly openOrder: (orderId: string) => void;
};

const EMPTY: CardState = { alerts: [], digest: null, undo: null, flash: false, mutedUntil: null };

/** Returns the small window on top of all others that lists unseen alerts. It never takes the keyboard focus. */
export function createAlertCard(deps: {
  readonly preload: string;
  readonly places: Pick<WindowPlaces, 'read' | 'save'>;
  readonly push: PushToPages;
  readonly isDemo: boolean;
  readonly zoom: Pick<Zoom, 'factor' | 'attach'>;
  readonly log: Log;
}): AlertCard {
  let card: BrowserWindow | null = null;
  const comeBack = createComeBack(() => performance.now());
  let state = EMPTY;
  /** Where the app has placed it; null while it is hidden. */
  let place: Place | null = null;
  /** Where it would be with enough room; it returns there when it shrinks. */
  let anchor: Place | null = null;

  /** The place of the counter's page while that has the focus. */
  let counter: Place | null = null;
  /** A person moved the pill: it stays there. */
  let isPillMoved = false;
  let isStopped = false;

  const sizeNow = (): Pick<Place, 'width' | 'height'> => {
    const factor = deps.zoom.factor();
    const { width, height } = cardSize(state);
    const watermark = deps.isDemo ? WATERMARK : 0;
    return { width: Math.round(width * factor), height: Math.round((height + watermark) * factor) };
  };

  /** Null where it would cover the counter's page. */
  const clearOfCounter = (home: Place, workArea: Place): Place | null =>
    counter === null || isPillMoved ? home : placePill(home, workArea, counter);

  // Read when needed: Linux has no event for the end of a move (`moved` exists on Windows and macOS only), and the app's
  // own moves must not count.
  const noteMove = (window: BrowserWindow): void => {
    const bounds = window.getBounds();
    if (place === null || !isMoved(place, bounds)) return;
    place = bounds;
    anchor = bounds;
    isPillMoved = counter !== null;
    deps.places.save('card', bounds);
  };

  /** Gives the window the size of what it shows. */
  const fit = (window: BrowserWindow): void => {
    if (anchor === null) return;
    const workArea = workAreaOf(anchor);
    const home = placeCard({ last: anchor, home: workArea, workArea, ...sizeNow() });
    const next = clearOfCounter(home, workArea);
    if (isDeepStrictEqual(next, place)) return;
    const isBack = place === null;
    place = next;
    if (next === null) {
      window.hide();
      return;
    }
    window.setBounds(next);
    if (isBack) window.showInactive();
  };

  const draw = (window: BrowserWindow): void => {
    noteMove(window);
    fit(window);
    // Also while it loads: what its page has read by then may be older than this.
    deps.push([window.webContents], 'card:changed', state);
  };

  const close = (): void => {
    comeBack.stop();
    const old = card;
    card = null;
    if (old === null || old.isDestroyed()) return;
    noteMove(old);
    old.destroy();
  };

  // A screen came, went or changed. Systems move windows by themselves then, which is no wish of a person.
  const onScreens = (): void => {
    if (card === null || card.isDestroyed()) return;
    if (place !== null) place = card.getBounds();
    fit(card);
  };
  screen.on('display-added', onScreens);
  screen.on('display-removed', onScreens);
  screen.on('display-metrics-changed', onScreens);

  /** Returns where its window begins, be it shown or not. */
  const placeAtOpening = (): Place => {
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    const last = deps.places.read('card');
    const home = last === null ? workArea : workAreaOf(last);
    anchor = placeCard({ last, home, workArea, ...sizeNow() });
    place = clearOfCounter(anchor, workArea);
    return place ?? anchor;
  };

  // Not while the app ends: the counter closes then too, and a card that came up once more would keep the app from ending.
  const mayOpen = (): boolean => !isStopped && isFilled(state) && !comeBack.isDue();

  const open = (): BrowserWindow => {
    const window = new BrowserWindow({
      ...placeAtOpening(),
      show: false,
      frame: false,
      transparent: process.platform !== 'linux',
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      // The point-of-sale program keeps the keyboard focus, even while a button of the card is pressed.
      focusable: false,
      acceptFirstMouse: true,
      title: 'Mostrador',
      webPreferences: {
        preload: deps.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        backgroundThrottling: false,
      },
    });
    window.setAlwaysOnTop(true, 'screen-saver');
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
    const showFirst = (): void => {
      if (place !== null) window.showInactive();
    };
    onFirstFrame(window, showFirst, deps.log);
    // Alt+F4 must not hide unseen alerts.
    window.on('close', (event) => {
      if (card === window) event.preventDefault();
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      deps.log.error(`The alert card's page ended (${reason}); making it anew`);
      if (card !== window) return;
      close();
      comeBack.again(() => {
        if (mayOpen()) card = open();
      });
    });
    deps.zoom.attach(window, () => {
      noteMove(window);
      fit(window);
    });
    watchPulse(window, "The alert card's page", deps.log, () => processorMs(window));
    comeBack.born();
    window.loadURL(`${PAGE_ORIGIN}/card.html`).catch((error: unknown) => {
      deps.log.error('The alert card could not be loaded', error);
    });
    return window;
  };

  return {
    show: (next) => {
      state = { ...next, pill: counter !== null };
      if (!isFilled(state) && next.undo === null) {
        close();
        return;
      }
      if (card !== null) {
        draw(card);
        return;
      }
      // What was done in the counter is undone there: nothing pops up over it for that alone.
      if (mayOpen()) card = open();
    },
    state: () => state,
    followCounter: (page) => {
      if (card !== null) noteMove(card);
      const isOther = (counter === null) !== (page === null);
      counter = page;
      if (isOther) isPillMoved = false;
      state = { ...state, pill: page !== null };
      if (card === null) {
        if (isOther && mayOpen()) card = open();
        return;
      }
      if (!isFilled(state) && state.undo === null) close();
      else if (isOther) draw(card);
      else fit(card);
    },
    stop: () => {
      isStopped = true;
      screen.off('display-added', onScreens);
      screen.off('display-removed', onScreens);
      screen.off('display-metrics-changed', onScreens);
      close();
    },
  };
}

/** The counter says by itself which bags wait: the pill has only alerts. */
function isFilled({ alerts, unclaimed = [], pill = false }: CardState): boolean {
  return alerts.length > 0 || (unclaimed.length > 0 && !pill);
}

function workAreaOf(place: Place): Place {
  return screen.getDisplayMatching(place).workArea;
}
