import path from 'node:path';
import { Menu, Tray, type MenuItemConstructorOptions, nativeImage, type NativeImage } from 'electron';
import { assertNever } from '../../../shared/result.ts';
import type { TrayHost } from './tray-host.ts';
import { toMenuLabel, type TrayEntry, type TrayModel } from '../../core/alerts/tray-model.ts';
import type { HealthState } from '../../../shared/health/health.ts';
import { traySheetCell } from '../../../shared/orders/tray-sheet.ts';

export type TrayActions = {
  readonly open: () => void;
  readonly refresh: () => void;
  readonly settings: () => void;
  readonly day: () => void;
  /** Shows the riders' screen again after it was left. */
  readonly riders: () => void;
  readonly trySound: () => void;
  readonly dayTest: () => void;
  /** Mutes for so many minutes; 0 ends the mute. */
  readonly mute: (minutes: number) => void;
  /** Enters or leaves the demonstration. */
  readonly demo: () => void;
  readonly quit: () => void;
  readonly showOrder: (orderId: string) => void;
};

export type AppTray = {
  /** Sets what its clicks do. */
  readonly connect: (actions: TrayActions) => void;
  readonly show: (model: TrayModel) => void;
  /** Returns false when this desktop draws no tray, so that nobody sees the icon. */
  readonly isSeen: () => boolean;
  readonly destroy: () => void;
};

/**
 * Returns the tray icon, which is shown at once: a left click opens the counter, a right click the menu. `host`: what
 * draws it on Linux; null elsewhere.
 */
export function createTray(icons: TrayIcons, host: TrayHost | null): AppTray {
  let actions: TrayActions | null = null;
  let model: TrayModel | null = null;
  let wasClickedEarly = false;
  let lastIcon = '';
  let lastTooltip = '';
  let lastMenu = '';

  const make = (): Tray => {
    const made = new Tray(icons(0, 'ok'));
    made.on('click', () => {
      wasClickedEarly = actions === null;
      actions?.open();
    });
    lastIcon = '0:ok';
    lastTooltip = '';
    lastMenu = '';
    return made;
  };
  const draw = (): void => {
    if (actions === null || model === null) return;
    const connected = actions;
    if (model.tooltip !== lastTooltip) tray.setToolTip(model.tooltip);
    lastTooltip = model.tooltip;
    const icon = `${String(model.count)}:${model.health}`;
    if (icon !== lastIcon) tray.setImage(icons(model.count, model.health));
    lastIcon = icon;
    // Linux shows a changed menu only when it is set again; setting an equal one would close the open menu.
    const menu = JSON.stringify(model.entries);
    if (menu !== lastMenu) {
      tray.setContextMenu(Menu.buildFromTemplate(model.entries.map((entry) => toMenuItem(entry, connected))));
    }
    lastMenu = menu;
  };

  let tray = make();
  let isMissed = false;
  let isTaken = false;
  // An icon made without a tray never appears in one that comes later, as at login when the app is faster than the panel.
  // Once a tray has shown it, Electron itself passes it on to every later tray.
  host?.follow((isThere) => {
    if (isTaken) return;
    isTaken = isThere;
    if (isThere && isMissed) {
      tray.destroy();
      tray = make();
      draw();
    }
    isMissed = !isThere;
  });

  return {
    connect: (connected) => {
      actions = connected;
      // A click during the start opens the window as soon as there can be one.
      if (wasClickedEarly) setImmediate(connected.open);
    },
    show: (next) => {
      model = next;
      draw();
    },
    isSeen: () => host?.isThere() !== false,
    destroy: () => {
      // Nothing is drawn any more.
      actions = null;
      host?.stop();
      tray.destroy();
    },
  };
}

function toMenuItem(entry: TrayEntry, actions: TrayActions): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'note':
      return { label: toMenuLabel(entry.label), enabled: false };
    case 'order':
      return { label: toMenuLabel(entry.label), click: () => actions.showOrder(entry.orderId) };
    case 'mute':
      return { label: toMenuLabel(entry.label), click: () => actions.mute(entry.minutes) };
    case 'menu':
      return {
        label: toMenuLabel(entry.label),
        submenu: entry.entries.map((inner) => toMenuItem(inner, actions)),
      };
    case 'action':
      return {
        label: toMenuLabel(entry.label),
        enabled: entry.enabled,
        click: () => actions[entry.action](),
      };
    default:
      return assertNever(entry);
  }
}

export type TrayIcons = (count: number, health: HealthState) => NativeImage;

/** Returns the tray's pictures, cut from the sheets in `assets/tray` (made by `scripts/icons`). */
export function createTrayIcons(assetsDir: string): TrayIcons {
  const base = process.platform === 'linux' ? 24 : 16;
  const sheets = [1, 2].map((scale) => ({
    scale,
    sheet: nativeImage.createFromPath(path.join(assetsDir, 'tray', `sheet-${String(base * scale)}.png`)),
  }));
  return (count, health) => {
    const { column, row } = traySheetCell(count, health);
    const image = nativeImage.createEmpty();
    for (const { scale, sheet } of sheets) {
      const size = base * scale;
      const cut = sheet.crop({ x: column * size, y: row * size, width: size, height: size });
      image.addRepresentation({ scaleFactor: scale, width: size, height: size, buffer: cut.toPNG() });
    }
    return image;
  };
}
