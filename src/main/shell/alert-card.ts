import { BrowserWindow, screen, type Rectangle } from 'electron';
import type { CardState } from '../../shared/card.ts';
import type { Log } from '../log.ts';
import { PAGE_ORIGIN } from './window-security.ts';
import type { WindowPlaces } from './windows.ts';

const WIDTH = 400;
const MARGIN = 16;
const HEAD = 64;
const WATERMARK = 32;
const ROW = 118;
const DIGEST = 44;
/** Two lines in either language. */
const MUTED = 64;
const FOOT = 64;
const MAX_ROWS = 4;

export type AlertCard = {
  /** Shows this state; the card comes when there is something to show and goes when there is not. */
  readonly show: (state: CardState) => void;
  /** What it shows, for its page. */
  readonly state: () => CardState;
  readonly stop: () => void;
};

const EMPTY: CardState = { alerts: [], digest: null, undo: null, flash: false, mutedUntil: null };

/** The small window on top of everything that lists what nobody has seen. It never takes the keyboard. */
export function createAlertCard(deps: {
  readonly preload: string;
  readonly places: Pick<WindowPlaces, 'read' | 'save'>;
  readonly isDemo: boolean;
  readonly log: Log;
}): AlertCard {
  let card: BrowserWindow | null = null;
  let state = EMPTY;

  const heightOf = (shown: CardState): number => heightFor(shown) + (deps.isDemo ? WATERMARK : 0);

  const close = (): void => {
    const old = card;
    card = null;
    if (old !== null && !old.isDestroyed()) old.destroy();
  };

  const open = (): BrowserWindow => {
    const window = new BrowserWindow({
      ...placeFor(deps.places.read('card'), heightOf(state)),
      show: false,
      frame: false,
      transparent: process.platform !== 'linux',
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      // The point of sale keeps the keyboard, also while somebody presses a button here.
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
    window.once('ready-to-show', () => window.showInactive());
    window.on('moved', () => {
      if (card === window) deps.places.save('card', window.getBounds());
    });
    // Alt+F4 does not make an alert seen.
    window.on('close', (event) => {
      if (card === window) event.preventDefault();
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      deps.log.error(`The alert card's page ended (${reason}); making it anew`);
      if (card !== window) return;
      close();
      card = open();
    });
    window.loadURL(`${PAGE_ORIGIN}/card.html`).catch((error: unknown) => {
      deps.log.error('The alert card could not be loaded', error);
    });
    return window;
  };

  return {
    show: (next) => {
      state = next;
      if (next.alerts.length === 0 && next.undo === null) {
        close();
        return;
      }
      if (card === null) {
        card = open();
        return;
      }
      const bounds = card.getBounds();
      const height = heightOf(next);
      if (bounds.height !== height) {
        // It grows upwards from where it stands.
        card.setBounds({ ...bounds, y: bounds.y + bounds.height - height, height });
      }
      // Also while it loads: what its page has read by then may be older than this.
      card.webContents.send('card:changed', next);
    },
    state: () => state,
    stop: close,
  };
}

function heightFor({ alerts, digest, undo, mutedUntil }: CardState): number {
  const notes = (digest === null ? 0 : DIGEST) + (mutedUntil === null ? 0 : MUTED);
  return HEAD + Math.min(alerts.length, MAX_ROWS) * ROW + notes + (undo === null ? 0 : FOOT);
}

/** Where it stood last, on the screen with the mouse; else that screen's lower right corner. */
function placeFor(last: Rectangle | null, height: number): Rectangle {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const corner = {
    x: workArea.x + workArea.width - WIDTH - MARGIN,
    y: workArea.y + workArea.height - height - MARGIN,
  };
  if (last === null) return { ...corner, width: WIDTH, height };
  const home = screen.getDisplayMatching(last).workArea;
  const clamp = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), to);
  return {
    x: clamp(workArea.x + last.x - home.x, workArea.x, workArea.x + workArea.width - WIDTH),
    y: clamp(
      workArea.y + (last.y + last.height - home.y) - height,
      workArea.y,
      workArea.y + workArea.height - height,
    ),
    width: WIDTH,
    height,
  };
}
