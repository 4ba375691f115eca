import { screen, type BrowserWindow, type Display } from 'electron';
import type { RidersSettings } from '../../../shared/settings/riders.ts';
import { ridersPlace, screenOf } from '../../core/alerts/riders-place.ts';
import type { WindowPlaces, Windows } from './windows.ts';

/** Systems move windows by themselves when a screen goes: a place counts when it has lasted this long. */
const SETTLED_MS = 1_000;

export type RidersWindow = {
  /** The settings changed, or the app starts. */
  readonly follow: () => void;
  /** Closes it until it is asked for again, or the app starts. */
  readonly leave: () => void;
  /** Shows it again after it was left. */
  readonly ask: () => void;
  /** Changes its settings, and shows it again after it was left. Returns whether that was saved. */
  readonly set: (riders: RidersSettings) => Promise<boolean>;
  readonly stop: () => void;
};

/** Keeps the riders' window on its screen while it is wanted; when that screen goes it closes and comes back with it. */
export function createRidersWindow({
  windows,
  places,
  ridersSettings,
  saveRiders,
}: {
  readonly windows: Pick<Windows, 'showQuietly'>;
  readonly places: Pick<WindowPlaces, 'read' | 'save'>;
  readonly ridersSettings: () => RidersSettings;
  readonly saveRiders: (riders: RidersSettings) => Promise<boolean>;
}): RidersWindow {
  let window: BrowserWindow | null = null;
  let isLeft = false;
  let isStopped = false;
  let settling: NodeJS.Timeout | null = null;

  const remember = (): void => {
    settling = null;
    if (window === null || window.isDestroyed()) return;
    const before = places.read('riders');
    const displays = screen.getAllDisplays();
    // Its screen is gone: it will come back there.
    if (before !== null && screenOf(before, displays) === undefined) return;
    const bounds = window.getBounds();
    const { id, bounds: whole } = screen.getDisplayMatching(bounds);
    // It fills a second screen, whatever the system makes of its size meanwhile.
    const isOwn = id === screen.getPrimaryDisplay().id;
    places.save('riders', { ...(isOwn ? bounds : whole), displayId: id });
  };
  const settle = (): void => {
    if (settling !== null) clearTimeout(settling);
    settling = setTimeout(remember, SETTLED_MS);
  };
  const close = (): void => {
    if (settling !== null) clearTimeout(settling);
    settling = null;
    window?.destroy();
    window = null;
  };
  const show = (): void => {
    const place = ridersPlace(places.read('riders'), screen.getAllDisplays(), screen.getPrimaryDisplay().id);
    if (place === null || window !== null || isStopped) return;
    const opened = windows.showQuietly('riders', place);
    window = opened;
    opened.on('move', settle);
    opened.on('close', () => {
      isLeft = true;
      remember();
    });
    opened.on('closed', () => {
      if (window === opened) window = null;
    });
    settle();
  };
  const follow = (): void => {
    if (!ridersSettings().on) {
      isLeft = false;
      close();
    } else if (!isLeft) show();
  };
  const ask = (): void => {
    isLeft = false;
    follow();
  };
  const onRemoved = (_event: unknown, gone: Display): void => {
    const place = places.read('riders');
    const left = screen.getAllDisplays().filter(({ id }) => id !== gone.id);
    if (place !== null && screenOf(place, left) === undefined) close();
  };
  screen.on('display-removed', onRemoved);
  screen.on('display-added', follow);
  return {
    follow,
    leave: () => {
      isLeft = true;
      close();
    },
    ask,
    set: async (riders) => {
      const isSaved = await saveRiders(riders);
      if (isSaved) ask();
      return isSaved;
    },
    stop: () => {
      isStopped = true;
      screen.off('display-removed', onRemoved);
      screen.off('display-added', follow);
      close();
    },
  };
}
