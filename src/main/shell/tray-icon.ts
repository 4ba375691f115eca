import path from 'node:path';
import { nativeImage, type NativeImage } from 'electron';
import type { HealthState } from '../../shared/health.ts';
import { traySheetCell } from '../../shared/tray-sheet.ts';

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
