import { beforeEach, expect, test, vi } from 'vitest';
import type { TrayModel } from '../../../src/main/core/alerts/tray-model.ts';
import { createTray, type TrayActions, type TrayIcons } from '../../../src/main/shell/tray/tray.ts';

/** What was drawn on each icon; one that is destroyed throws, as Electron's does. */
const { icons } = vi.hoisted(() => ({ icons: [] as { drawn: string[]; isGone: boolean }[] }));
vi.mock('electron', () => ({
  Menu: { buildFromTemplate: () => ({}) },
  nativeImage: {},
  Tray: class {
    own = { drawn: [] as string[], isGone: false };
    constructor() {
      icons.push(this.own);
    }
    use = (what: string): void => {
      if (this.own.isGone) throw new TypeError('Tray is destroyed');
      this.own.drawn.push(what);
    };
    on = (): void => undefined;
    setToolTip = (text: string): void => this.use(text);
    setImage = (): void => this.use('image');
    setContextMenu = (): void => this.use('menu');
    destroy = (): void => void (this.own.isGone = true);
  },
}));

beforeEach(() => {
  icons.length = 0;
});

const nothing = (): void => undefined;
const noIcons = vi.fn<TrayIcons>();
const ACTIONS: TrayActions = {
  open: nothing,
  refresh: nothing,
  settings: nothing,
  day: nothing,
  riders: nothing,
  trySound: nothing,
  dayTest: nothing,
  mute: nothing,
  demo: nothing,
  quit: nothing,
  showOrder: nothing,
};
const modelOf = (tooltip: string): TrayModel => ({ tooltip, count: 1, health: 'ok', entries: [] });

test('what still changes after the end is drawn on no icon that is gone', () => {
  const tray = createTray(noIcons, null);
  tray.connect(ACTIONS);
  tray.show(modelOf('before'));
  tray.destroy();
  expect(() => tray.show(modelOf('after'))).not.toThrow();
  expect(icons.map(({ drawn }) => drawn)).toEqual([['before', 'image', 'menu']]);
});

test('an icon that no tray has taken is made anew for the first one, and shows what the other showed', () => {
  let tell = (_isThere: boolean): void => undefined;
  const tray = createTray(noIcons, {
    isThere: () => null,
    follow: (listener) => {
      tell = listener;
    },
    stop: nothing,
  });
  tray.connect(ACTIONS);
  tray.show(modelOf('waiting'));
  tell(false);
  tell(true);
  tell(false);
  tell(true);
  expect(icons.map(({ drawn, isGone }) => [drawn[0], isGone])).toEqual([
    ['waiting', true],
    ['waiting', false],
  ]);
});
