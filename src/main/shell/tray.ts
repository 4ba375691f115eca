import path from 'node:path';
import { Menu, Tray, type MenuItemConstructorOptions, nativeImage, type NativeImage } from 'electron';
import { assertNever } from '../../shared/result.ts';
import type { TrayHost } from './tray-host.ts';
import { toMenuLabel, type TrayEntry, type TrayModel } from '../core/alerts/tray-model.ts';
import type { HealthState } from '../../shared/health.ts';
import { traySheetCell } from '../../shared/tray-sheet.ts';

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
  /** false: this desktop draws no tray, so nobody sees the icon. */
  readonly isSeen: () => boolean;
  readonly destroy: () => void;
};

/**
 * The icon beside the clock: left click opens the counter, right click opens the menu. It stands there at once. `host`
 * is what draws it, on Linux.
 */
export function createTray(icons: TrayIcons, host: TrayHost | null): AppTray {
  let actions: TrayActions | null = null;
  let model: TrayModel | null = null;
  let wasClickedEarly = false;
  let lastIcon = '';
  let lastMenu = '';

  const make = (): Tray => {
    const made = new Tray(icons(0, 'ok'));
    made.on('click', () => {
      wasClickedEarly = actions === null;
      actions?.open();
    });
    lastIcon = '0:ok';
    lastMenu = '';
    return made;
  };
  const draw = (): void => {
    if (actions === null || model === null) return;
    const connected = actions;
    tray.setToolTip(model.tooltip);
    const icon = `${String(model.count)}:${model.health}`;
    if (icon !== lastIcon) tray.setImage(icons(model.count, model.health));
    lastIcon = icon;
    // Linux shows a changed menu only when it is set again; setting the same one would close it under the pointer.
    const menu = JSON.stringify(model.entries);
    if (menu !== lastMenu) {
      tray.setContextMenu(Menu.buildFromTemplate(model.entries.map((entry) => toMenuItem(entry, connected))));
    }
    lastMenu = menu;
  };

  let tray = make();
  let isMissed = false;
  let isTaken = false;
  // An icon made where no tray is never gets into one that comes later, as at login when the app is faster than the
  // panel. Once a tray has it, Electron itself hands it to every later one.
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
      // Whoever clicked while the app was still starting gets the window as soon as there can be one.
      if (wasClickedEarly) setImmediate(connected.open);
    },
    show: (next) => {
      model = next;
      draw();
    },
    isSeen: () => host?.isThere() !== false,
    destroy: () => {
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

/** Cuts the tray's pictures out of the sheets in `assets/tray` (made by `npm run icons`). */
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
