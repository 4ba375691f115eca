import path from 'node:path';
import { nativeImage, type NativeImage } from 'electron';
import type { HealthBoard } from '../../core/health/board.ts';
import type { Log } from '../../log.ts';
import { createBusToasts } from './bus-toasts.ts';
import { createElectronToasts } from './electron-toasts.ts';
import type { Toaster, ToastHealth } from './toast.ts';

/** Small, because it is sent with every toast. */
const ICON = '48x48.png';
/** Its name in the Linux packages; see `electron-builder.yml`. */
const DESKTOP_ENTRY = 'mostrador';

/** Returns the toaster for this system's desktop. */
export function createToaster(deps: {
  readonly assetsDir: string;
  /** Address of the desktop's message bus. Linux only. */
  readonly sessionBus: string;
  readonly health: Pick<HealthBoard, 'set'>;
  readonly log: Log;
}): Toaster {
  const icon = nativeImage.createFromPath(path.join(deps.assetsDir, 'icons', ICON));
  const onHealth: ToastHealth = (...entry) => deps.health.set('toasts', ...entry);
  if (process.platform !== 'linux') return createElectronToasts({ icon, onHealth, log: deps.log });
  return createBusToasts({
    address: deps.sessionBus,
    userId: process.getuid?.() ?? 0,
    desktopEntry: DESKTOP_ENTRY,
    icon: toBusImage(icon),
    onHealth,
    log: deps.log,
  });
}

function toBusImage(icon: NativeImage): Parameters<typeof createBusToasts>[0]['icon'] {
  if (icon.isEmpty()) return null;
  const bgra = icon.toBitmap();
  const rgba = Buffer.from(bgra.map((_, at) => bgra[at % 2 === 0 ? at ^ 2 : at] ?? 0));
  return { type: 'image', size: icon.getSize().width, rgba };
}
