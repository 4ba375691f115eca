import { BrowserWindow, nativeTheme, screen, type Rectangle, type WebContents } from 'electron';
import type { IpcEventName, IpcEvents, PushToPages } from '../../../shared/ipc-contract.ts';
import type { Log } from '../../log.ts';
import type { Place, RidersPlace } from '../../core/alerts/riders-place.ts';
import { onFirstFrame } from './first-frame.ts';
import { keepPageAlive } from './keep-page-alive.ts';
import { processorMs } from './page-processor.ts';
import { watchPulse } from './page-pulse.ts';
import { windowPlace } from './window-place.ts';
import { PAGE_ORIGIN } from './window-security.ts';
import type { Zoom } from './zoom.ts';

export type WindowView =
  | 'counter'
  | 'setup'
  | 'settings'
  | 'deliveries'
  | 'diagnostics'
  | 'riders'
  | 'day'
  | 'day-test'
  | 'about'
  | 'tour';
/** Windows whose place is remembered. */
export type PlacedWindow = WindowView | 'card';

/** The last place of each window, and what was answered once per profile; kept between starts. */
export type WindowPlaces = {
  readonly read: (view: PlacedWindow) => RidersPlace | null;
  readonly save: (view: PlacedWindow, place: RidersPlace) => void;
  /** Returns true once per profile, when the counter is closed for the first time. */
  readonly isFirstClose: () => boolean;
  /** Returns whether the tour was taken or declined in this profile. */
  readonly isTourAnswered: () => boolean;
  readonly answerTour: () => void;
};

type QuietPlace = { readonly bounds: Place | null; readonly isFullScreen: boolean };

export type Windows = {
  readonly show: (view: WindowView) => void;
  /** Opens the counter if needed and makes it show this order. */
  readonly showOrder: (orderId: string) => void;
  /** Opens a window that takes no focus and whose place is not remembered here. */
  readonly showQuietly: (view: WindowView, at: QuietPlace) => BrowserWindow;
  readonly broadcast: <E extends IpcEventName>(event: E, payload: IpcEvents[E]) => void;
  /** Returns how a window stands on the screen. */
  readonly lookOf: (view: WindowView) => 'in-front' | 'open' | 'closed';
  readonly closeAll: () => void;
};

/** A window has its new place by then. */
const SETTLED_MS = 200;

const SIZES: Readonly<
  Record<WindowView, { width: number; height: number; minWidth: number; minHeight: number }>
> = {
  counter: { width: 1120, height: 720, minWidth: 520, minHeight: 420 },
  setup: { width: 1040, height: 780, minWidth: 520, minHeight: 480 },
  settings: { width: 860, height: 760, minWidth: 520, minHeight: 480 },
  diagnostics: { width: 1000, height: 720, minWidth: 520, minHeight: 480 },
  deliveries: { width: 1000, height: 720, minWidth: 520, minHeight: 480 },
  riders: { width: 1000, height: 700, minWidth: 420, minHeight: 320 },
  day: { width: 1000, height: 780, minWidth: 520, minHeight: 480 },
  'day-test': { width: 860, height: 720, minWidth: 520, minHeight: 480 },
  about: { width: 760, height: 720, minWidth: 520, minHeight: 480 },
  tour: { width: 1120, height: 780, minWidth: 520, minHeight: 480 },
};

/** Returns the windows. Each exists only while shown: a hidden page costs tens of megabytes and is not needed to ring. */
export function createWindows(deps: {
  readonly preload: string;
  readonly icon: string;
  readonly places: WindowPlaces;
  readonly push: PushToPages;
  readonly zoom: Pick<Zoom, 'factor' | 'attach'>;
  readonly log: Log;
  /** The user closed the counter; the app keeps running in the tray. */
  readonly onCounterClosed: () => void;
  /** Receives the place of the counter's page while that window has the focus, and null when it loses it. */
  readonly onCounterFocus: (page: Rectangle | null) => void;
}): Windows {
  const open = new Map<WindowView, BrowserWindow>();
  let pendingOrder: string | null = null;
  let closing = false;

  // Includes pages that still load: what they have read by then may be older.
  const pagesOf = (windows: Iterable<BrowserWindow>): readonly WebContents[] =>
    [...windows].filter((window) => !window.isDestroyed()).map((window) => window.webContents);

  const create = (view: WindowView, quiet: QuietPlace | null = null): BrowserWindow => {
    const place = quiet === null ? visiblePlace(deps.places.read(view)) : quiet.bounds;
    const size = sizeAt(view, deps.zoom.factor(), workAreaAt(place));
    const window = new BrowserWindow({
      ...size,
      ...place,
      fullscreen: quiet?.isFullScreen === true,
      show: false,
      title: 'Mostrador',
      icon: deps.icon,
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#14171a' : '#f6f5f2',
      webPreferences: {
        preload: deps.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
      },
    });
    window.removeMenu();
    onFirstFrame(window, () => (quiet === null ? window.show() : window.showInactive()), deps.log);
    // Each time: a page that died is loaded anew.
    window.webContents.on('did-finish-load', () => {
      if (view !== 'counter' || pendingOrder === null) return;
      const orderId = pendingOrder;
      pendingOrder = null;
      deps.push(pagesOf([window]), 'orders:show', { orderId });
    });
    if (quiet === null) window.on('close', () => deps.places.save(view, window.getNormalBounds()));
    window.on('closed', () => {
      open.delete(view);
      if (view === 'counter' && !closing) deps.onCounterClosed();
    });
    if (view === 'counter') watchFocus(window, deps.onCounterFocus);
    deps.zoom.attach(window, () => {
      const bounds = window.getNormalBounds();
      const { minWidth, minHeight } = sizeAt(view, deps.zoom.factor(), workAreaAt(bounds));
      window.setMinimumSize(minWidth, minHeight);
    });
    keepPageAlive(window, view, {
      log: deps.log,
      monotonicMs: () => performance.now(),
      usedMs: () => processorMs(window),
    });
    window.loadURL(`${PAGE_ORIGIN}/index.html?view=${view}`).catch((error: unknown) => {
      deps.log.error(`The ${view} window could not be loaded`, error);
    });
    return window;
  };

  const show = (view: WindowView): BrowserWindow | null => {
    // A window made now would open into the end of the app.
    if (closing) return null;
    const existing = open.get(view);
    if (existing !== undefined) {
      if (existing.isMinimized()) existing.restore();
      existing.show();
      existing.focus();
      return existing;
    }
    const window = create(view);
    open.set(view, window);
    return window;
  };

  return {
    show: (view) => void show(view),
    showOrder: (orderId) => {
      pendingOrder = orderId;
      const window = show('counter');
      if (window === null || window.webContents.isLoading() || window.webContents.isCrashed()) return;
      pendingOrder = null;
      deps.push(pagesOf([window]), 'orders:show', { orderId });
    },
    showQuietly: (view, at) => {
      const window = create(view, at);
      // Chromium notices that a page hangs when somebody clicks on it, which nobody does here.
      watchPulse(window, `The ${view} window's page`, deps.log, () => processorMs(window));
      open.set(view, window);
      return window;
    },
    lookOf: (view) => {
      const window = open.get(view);
      if (window === undefined || !window.isVisible() || window.isMinimized()) return 'closed';
      return window.isFocused() ? 'in-front' : 'open';
    },
    broadcast: (event, payload) => deps.push(pagesOf(open.values()), event, payload),
    closeAll: () => {
      closing = true;
      for (const window of open.values()) window.destroy();
      open.clear();
    },
  };
}

function watchFocus(window: BrowserWindow, publish: (page: Rectangle | null) => void): void {
  let later: NodeJS.Timeout | undefined;
  const publishPlace = (): void => {
    if (!window.isDestroyed() && window.isFocused()) publish(window.getContentBounds());
  };
  // On Linux the place is not always the new one yet when its event comes, and no other event follows.
  const follow = (): void => {
    publishPlace();
    clearTimeout(later);
    later = setTimeout(publishPlace, SETTLED_MS);
  };
  window.on('focus', follow);
  window.on('blur', () => publish(null));
  window.on('closed', () => {
    clearTimeout(later);
    publish(null);
  });
  window.on('move', follow);
  window.on('resize', follow);
}

type Size = (typeof SIZES)[WindowView];

/** Returns the window's sizes for text enlarged by `factor`, none larger than the work area. */
function sizeAt(view: WindowView, factor: number, { width, height }: Rectangle): Size {
  const size = SIZES[view];
  const wide = (value: number): number => Math.min(Math.round(value * factor), width);
  const high = (value: number): number => Math.min(Math.round(value * factor), height);
  return {
    width: wide(size.width),
    height: high(size.height),
    minWidth: wide(size.minWidth),
    minHeight: high(size.minHeight),
  };
}

function workAreaAt(place: Rectangle | null): Rectangle {
  return (place === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching(place)).workArea;
}

function visiblePlace(place: Rectangle | null): Rectangle | null {
  const all = screen.getAllDisplays().map(({ workArea }) => workArea);
  return place === null ? null : windowPlace(place, workAreaAt(place), all);
}
