import { EventEmitter } from 'node:events';

type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Screens and windows as Electron's, which a test can change and look at. */
export const windows: BrowserWindow[] = [];
let workAreas: readonly Rectangle[] = [];
const nearest = ({ x, y }: Pick<Rectangle, 'x' | 'y'>): { readonly workArea: Rectangle } => {
  const away = (area: Rectangle): number =>
    Math.max(area.x - x, x - area.x - area.width, 0) + Math.max(area.y - y, y - area.y - area.height, 0);
  const workArea = workAreas.toSorted((one, other) => away(one) - away(other))[0];
  if (workArea === undefined) throw new Error('There is no screen');
  return { workArea };
};
export const screen = Object.assign(new EventEmitter(), {
  getAllDisplays: () => workAreas.map((workArea) => ({ workArea })),
  getPrimaryDisplay: () => nearest({ x: 0, y: 0 }),
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  getDisplayNearestPoint: nearest,
  getDisplayMatching: ({ x, y, width, height }: Rectangle) =>
    nearest({ x: x + width / 2, y: y + height / 2 }),
});

/** Replaces the screens, and says so. */
export function setScreens(...areas: readonly Rectangle[]): void {
  workAreas = areas;
  screen.emit('display-metrics-changed');
}

export class BrowserWindow extends EventEmitter {
  webContents = Object.assign(new EventEmitter(), {
    send: (): void => undefined,
    isLoading: (): boolean => false,
    isCrashed: (): boolean => false,
    getOSProcessId: (): number => 1,
    executeJavaScript: (): Promise<unknown> => Promise.resolve(0),
    forcefullyCrashRenderer: (): void => undefined,
    setZoomFactor: (): void => undefined,
    reload: (): void => undefined,
  });
  bounds: Rectangle;
  isGone = false;
  constructor({ x = 0, y = 0, width = 800, height = 600 }: Partial<Rectangle>) {
    super();
    this.bounds = { x, y, width, height };
    windows.push(this);
  }
  getBounds = (): Rectangle => this.bounds;
  getNormalBounds = (): Rectangle => this.bounds;
  setBounds = (bounds: Rectangle): void => void (this.bounds = bounds);
  isDestroyed = (): boolean => this.isGone;
  isFocused = (): boolean => false;
  isMinimized = (): boolean => false;
  focus = (): void => undefined;
  destroy = (): void => {
    this.isGone = true;
    this.emit('closed');
  };
  loadURL = (): Promise<void> => Promise.resolve();
  setAlwaysOnTop = (): void => undefined;
  setVisibleOnAllWorkspaces = (): void => undefined;
  removeMenu = (): void => undefined;
  showInactive = (): void => undefined;
  show = (): void => undefined;
  hide = (): void => undefined;
}

export const app = { getAppMetrics: (): readonly never[] => [] };
export const nativeTheme = { shouldUseDarkColors: false };
export const protocol = {};
export const session = {};
export const shell = {};
