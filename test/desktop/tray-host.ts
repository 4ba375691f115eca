import { Variant } from 'dbus-next';
import type { Bus, Target } from './bus.ts';
import { findByLabel, toList, toMenuItem, type MenuItem } from './tray-menu.ts';
import { createWatched } from './watched.ts';

const WATCHER: Target = {
  destination: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher',
};
const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';
/** How long an app that has just begun may show its icon without a menu. */
const MENU_LIMIT_MS = 15_000;
/** What the bus answers for a program that has ended. */
const GONE = /disconnected from message bus|was not provided by any/;
const PROPERTIES = 'org.freedesktop.DBus.Properties';

/** An icon as the app sent it: rows of 4 bytes per pixel in the order alpha, red, green, blue. */
export type TrayIcon = { readonly width: number; readonly height: number; readonly argb: Uint8Array };

export type TrayItem = {
  readonly tooltip: string;
  /** Active, Passive or NeedsAttention. */
  readonly status: string;
  readonly icons: readonly TrayIcon[];
};

export type TrayHost = {
  /** How many items are in the tray now. */
  readonly count: () => number;
  /** Resolves when an item is in the tray, with the time (ms, `performance.now()`) of its registration. */
  readonly waitForItem: (limitMs: number) => Promise<number>;
  readonly waitUntilEmpty: (limitMs: number) => Promise<void>;
  readonly item: () => Promise<TrayItem>;
  readonly waitForItemWhere: (isWanted: (item: TrayItem) => boolean, limitMs: number) => Promise<TrayItem>;
  /** What a right click shows, submenus included. */
  readonly menu: () => Promise<readonly MenuItem[]>;
  readonly waitForMenu: (
    isWanted: (items: readonly MenuItem[]) => boolean,
    limitMs: number,
  ) => Promise<readonly MenuItem[]>;
  /** Chooses the enabled menu entry with this label, wherever it stands in the menu. */
  readonly choose: (label: string) => Promise<void>;
  /** The left click. */
  readonly activate: () => Promise<void>;
  /** The tray comes up: it owns the name, and knows of no item yet. */
  readonly announce: (options?: { readonly panel: boolean }) => Promise<void>;
  /** The panel that draws the items comes up, after an `announce` without one. */
  readonly announcePanel: () => void;
  /** The tray ends. */
  readonly withdraw: () => Promise<void>;
};

type Registered = { readonly owner: string; readonly path: string; readonly at: number };

/**
 * Owns org.kde.StatusNotifierWatcher and stands for the desktop's tray: reads what is shown and clicks on it.
 * `announced: false` is a desktop without a tray: the name stays free.
 */
export async function startTrayHost(
  bus: Bus,
  { announced }: { readonly announced: boolean },
): Promise<TrayHost> {
  let items: readonly Registered[] = [];
  let hasPanel = true;
  const { announce: tell, until: untilWanted } = createWatched();

  /** Waits also for an icon that is not there yet, or is made anew at this moment. */
  const untilShown = async <T>(
    read: () => Promise<T>,
    isWanted: (value: T) => boolean,
    limitMs: number,
    what: string,
  ): Promise<T> => {
    const readNewest = async (): Promise<{ readonly value: T } | null> => {
      const from = items.at(-1);
      if (from === undefined) return null;
      try {
        return { value: await read() };
      } catch (error) {
        if (items.at(-1) === from && !GONE.test(String(error))) throw error;
        return null;
      }
    };
    const found = await untilWanted(readNewest, (one) => one !== null && isWanted(one.value), limitMs, what);
    if (found === null) throw new Error(`${what} is not there`);
    return found.value;
  };

  bus.onSignal((signal) => {
    if (signal.name === 'NameOwnerChanged' && signal.body[2] === '') {
      items = items.filter((item) => item.owner !== signal.body[0]);
      tell();
    }
    if (signal.interface === ITEM || signal.interface === MENU) tell();
  });
  bus.serve(
    WATCHER,
    {
      RegisterStatusNotifierItem: (args, sender) => {
        // A path means an object of the caller's; else it is a bus name with the object at the usual place.
        const given = String(args[0]);
        const path = given.startsWith('/') ? given : '/StatusNotifierItem';
        items = [...items, { owner: sender, path, at: performance.now() }];
        bus.emit(WATCHER, 'StatusNotifierItemRegistered', 's', [sender + path]);
        tell();
        return { signature: '', body: [] };
      },
      RegisterStatusNotifierHost: () => ({ signature: '', body: [] }),
    },
    {
      IsStatusNotifierHostRegistered: () => new Variant('b', hasPanel),
      ProtocolVersion: () => new Variant('i', 0),
      RegisteredStatusNotifierItems: () =>
        new Variant(
          'as',
          items.map((item) => item.owner + item.path),
        ),
    },
  );
  const announce = async ({ panel } = { panel: true }): Promise<void> => {
    items = [];
    hasPanel = panel;
    await bus.ownName(WATCHER.destination);
  };
  if (announced) await announce();

  const newest = (): Registered => {
    const item = items.at(-1);
    if (item === undefined) throw new Error('There is no item in the tray.');
    return item;
  };
  const at = (item: Registered, name: string, path = item.path): Target => ({
    destination: item.owner,
    path,
    interface: name,
  });
  const item = async (): Promise<TrayItem> => {
    const [properties] = await bus.call(at(newest(), PROPERTIES), 'GetAll', 's', [ITEM]);
    return toTrayItem(properties);
  };
  const menuTarget = async (): Promise<Target> => {
    const [path] = await bus.call(at(newest(), PROPERTIES), 'Get', 'ss', [ITEM, 'Menu']);
    return at(newest(), MENU, String(path));
  };
  const menu = async (): Promise<readonly MenuItem[]> => {
    const [, root] = await bus.call(await menuTarget(), 'GetLayout', 'iias', [0, -1, []]);
    return toMenuItem(root).children;
  };

  return {
    count: () => items.length,
    waitForItem: async (limitMs) => {
      const registered = await untilWanted(
        () => Promise.resolve(items),
        (found) => found.length > 0,
        limitMs,
        'An item in the tray',
      );
      return registered[0]?.at ?? 0;
    },
    waitUntilEmpty: async (limitMs) => {
      await untilWanted(
        () => Promise.resolve(items),
        (found) => found.length === 0,
        limitMs,
        'An empty tray',
      );
    },
    item,
    waitForItemWhere: (isWanted, limitMs) => untilShown(item, isWanted, limitMs, 'The tray item as wanted'),
    menu,
    waitForMenu: (isWanted, limitMs) => untilShown(menu, isWanted, limitMs, 'The tray menu as wanted'),
    choose: async (label) => {
      for (;;) {
        const items = await untilShown(menu, (all) => all.length > 0, MENU_LIMIT_MS, 'A tray menu');
        const found = findByLabel(items, label);
        if (found === null)
          throw new Error(`No menu entry "${label}" among ${items.map((i) => i.label).join(', ')}`);
        if (!found.enabled) throw new Error(`The menu entry "${label}" is disabled.`);
        const target = await menuTarget();
        try {
          await bus.call(target, 'Event', 'isvu', [found.id, 'clicked', new Variant('i', 0), 0]);
          return;
        } catch (error) {
          // For an entry that ends the app the bus answers, because the app has gone.
          if (String(error).includes('disconnected from message bus')) return;
          // The menu was set again in between, and its entries have new numbers.
          if (!String(error).includes('error occurred in Event')) throw error;
        }
      }
    },
    activate: async () => {
      await bus.call(at(newest(), ITEM), 'Activate', 'ii', [0, 0]);
    },
    announce,
    announcePanel: () => {
      hasPanel = true;
      bus.emit(WATCHER, 'StatusNotifierHostRegistered', '', []);
    },
    withdraw: async () => {
      await bus.releaseName(WATCHER.destination);
      items = [];
      tell();
    },
  };
}

function toTrayItem(properties: unknown): TrayItem {
  const read = (name: string): unknown =>
    typeof properties === 'object' && properties !== null
      ? Object.entries(properties).find(([key]) => key === name)?.[1]
      : undefined;
  const tooltip = read('ToolTip');
  const pixmaps = read('IconPixmap');
  return {
    // Icon name, icon, title, text: Chromium fills the title.
    tooltip: Array.isArray(tooltip) ? String(tooltip[2]) : '',
    status: String(read('Status')),
    icons: Array.isArray(pixmaps) ? pixmaps.map(toIcon) : [],
  };
}

function toIcon(pixmap: unknown): TrayIcon {
  const [width, height, bytes] = toList(pixmap);
  return {
    width: Number(width),
    height: Number(height),
    argb: bytes instanceof Uint8Array ? bytes : new Uint8Array(),
  };
}
