import type { TrayHost, TrayIcon, TrayItem } from '../tray-host.ts';
import { findByLabel, type MenuItem } from '../tray-menu.ts';
import { createWatched } from '../watched.ts';
import type { RecordedApp, RecordedItem, RecordedNews } from './recorder.ts';

/** The tray as recorded apps fill it. */
export type RecordedTray = {
  readonly tray: TrayHost;
  readonly take: (app: RecordedApp, told: RecordedNews) => void;
  readonly remove: (app: RecordedApp) => void;
};

type Shown = {
  readonly app: RecordedApp;
  readonly at: number;
  readonly tooltip: string;
  /** The first icon is set when the tray is made, where it cannot be recorded. */
  readonly icons: readonly TrayIcon[];
  readonly menu: readonly RecordedItem[];
};

export function createRecordedTray(): RecordedTray {
  let items: readonly Shown[] = [];
  const { announce, until } = createWatched();
  const change = (app: RecordedApp, update: Partial<Shown>): void => {
    items = items.map((shown) => (shown.app === app ? { ...shown, ...update } : shown));
  };
  const newest = (): Shown => {
    const shown = items.at(-1);
    if (shown === undefined) throw new Error('There is no item in the tray.');
    return shown;
  };
  const item = (): Promise<TrayItem> =>
    Promise.resolve({ tooltip: newest().tooltip, status: 'Active', icons: newest().icons });
  const menu = (): Promise<readonly MenuItem[]> => Promise.resolve(newest().menu);
  const standing = (): Promise<readonly Shown[]> => Promise.resolve(items);

  const noWatcher = (): never => {
    throw new Error('Only the tray of the virtual desktop comes and goes.');
  };

  return {
    take: (app, told) => {
      if (told.kind === 'tray') {
        items = [...items, { app, at: performance.now(), tooltip: '', icons: [], menu: [] }];
      }
      if (told.kind === 'icon') {
        const { width, height, pixels } = told;
        // In the system's own order of bytes, which only has to be the same each time.
        change(app, { icons: [{ width, height, argb: Buffer.from(pixels, 'base64') }] });
      }
      if (told.kind === 'tooltip') change(app, { tooltip: told.tooltip });
      if (told.kind === 'menu') change(app, { menu: told.items });
      announce();
    },
    remove: (app) => {
      items = items.filter((shown) => shown.app !== app);
      announce();
    },
    tray: {
      count: () => items.length,
      waitForItem: async (limitMs) => {
        const found = await until(standing, (all) => all.length > 0, limitMs, 'An item in the tray');
        return found[0]?.at ?? 0;
      },
      waitUntilEmpty: async (limitMs) => {
        await until(standing, (all) => all.length === 0, limitMs, 'An empty tray');
      },
      item,
      waitForItemWhere: (isWanted, limitMs) => until(item, isWanted, limitMs, 'The tray item as wanted'),
      menu,
      waitForMenu: (isWanted, limitMs) => until(menu, isWanted, limitMs, 'The tray menu as wanted'),
      choose: (label) => {
        const { app, menu: shown } = newest();
        const found = findByLabel(shown, label);
        if (found === null) throw new Error(`No menu entry "${label}".`);
        if (!found.enabled) throw new Error(`The menu entry "${label}" is disabled.`);
        app.tell({ kind: 'choose', way: wayTo(shown, found) });
        return Promise.resolve();
      },
      activate: () => {
        newest().app.tell({ kind: 'activate' });
        return Promise.resolve();
      },
      announce: noWatcher,
      announcePanel: noWatcher,
      withdraw: noWatcher,
    },
  };
}

function wayTo(items: readonly RecordedItem[], wanted: MenuItem): readonly number[] {
  for (const item of items) {
    if (item === wanted) return item.way;
    const below = wayTo(item.children, wanted);
    if (below.length > 0) return below;
  }
  return [];
}
