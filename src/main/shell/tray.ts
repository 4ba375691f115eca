import { Menu, Tray, type MenuItemConstructorOptions } from 'electron';
import { assertNever } from '../../shared/result.ts';
import type { TrayIcons } from './tray-icon.ts';
import type { TrayEntry, TrayModel } from './tray-model.ts';

export type TrayActions = {
  readonly open: () => void;
  readonly refresh: () => void;
  readonly settings: () => void;
  readonly trySound: () => void;
  /** For so many minutes; 0 ends it. */
  readonly mute: (minutes: number) => void;
  /** Into the demonstration, or out of it. */
  readonly demo: () => void;
  readonly quit: () => void;
  readonly showOrder: (orderId: string) => void;
};

export type AppTray = {
  /** From now on its clicks have an effect. */
  readonly connect: (actions: TrayActions) => void;
  readonly show: (model: TrayModel) => void;
  readonly destroy: () => void;
};

/** The icon beside the clock: left click opens the counter, right click opens the menu. It stands there at once. */
export function createTray(icons: TrayIcons): AppTray {
  const tray = new Tray(icons(0, 'ok'));
  let actions: TrayActions | null = null;
  let wasClickedEarly = false;
  tray.on('click', () => {
    wasClickedEarly = actions === null;
    actions?.open();
  });
  let lastIcon = '0:ok';
  let lastMenu = '';
  return {
    connect: (connected) => {
      actions = connected;
      // Whoever clicked while the app was still starting gets the window as soon as there can be one.
      if (wasClickedEarly) setImmediate(connected.open);
    },
    show: (model) => {
      if (actions === null) return;
      const connected = actions;
      tray.setToolTip(model.tooltip);
      const icon = `${String(model.count)}:${model.health}`;
      if (icon !== lastIcon) tray.setImage(icons(model.count, model.health));
      lastIcon = icon;
      // Linux shows a changed menu only when it is set again; setting the same one would close it under the pointer.
      const menu = JSON.stringify(model.entries);
      if (menu !== lastMenu) {
        tray.setContextMenu(
          Menu.buildFromTemplate(model.entries.map((entry) => toMenuItem(entry, connected))),
        );
      }
      lastMenu = menu;
    },
    destroy: () => tray.destroy(),
  };
}

function toMenuItem(entry: TrayEntry, actions: TrayActions): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'note':
      return { label: entry.label, enabled: false };
    case 'order':
      return { label: entry.label, click: () => actions.showOrder(entry.orderId) };
    case 'mute':
      return { label: entry.label, click: () => actions.mute(entry.minutes) };
    case 'menu':
      return { label: entry.label, submenu: entry.entries.map((inner) => toMenuItem(inner, actions)) };
    case 'action':
      return { label: entry.label, enabled: entry.enabled, click: () => actions[entry.action]() };
    default:
      return assertNever(entry);
  }
}
