import { beforeEach, describe, expect, test, vi } from 'vitest';
import { windowPlace } from '../../../src/main/shell/windows/window-place.ts';
import { createWindows } from '../../../src/main/shell/windows/windows.ts';
import { createZoom } from '../../../src/main/shell/windows/zoom.ts';
import { setScreens, windows as made } from '../../fakes/electron-screen.ts';

vi.mock('electron', () => import('../../fakes/electron-screen.ts'));

const FIRST = { x: 0, y: 0, width: 1920, height: 1040 };
const SECOND = { x: 1920, y: 0, width: 1280, height: 1000 };
const SMALL = { x: 0, y: 25, width: 1024, height: 700 };

beforeEach(() => {
  made.length = 0;
});

function openWindows(place: typeof FIRST | null = null, told: unknown[] = []) {
  return createWindows({
    preload: '',
    icon: '',
    places: {
      read: () => place,
      save: () => undefined,
      isFirstClose: () => false,
      isTourAnswered: () => true,
      answerTour: () => undefined,
    },
    push: (pages, _event, payload) => void (pages.length > 0 && told.push(payload)),
    zoom: createZoom(100),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    onCounterClosed: () => undefined,
    onCounterFocus: () => undefined,
  });
}

test('no window opens into the end of the app, whatever asks for one', () => {
  setScreens(FIRST);
  const windows = openWindows();
  windows.show('counter');
  expect(made).toHaveLength(1);
  windows.closeAll();
  windows.show('counter');
  windows.showOrder('1');
  expect(made).toHaveLength(1);
});

test('an order that is chosen while the page is dead is shown once it was loaded anew', () => {
  setScreens(FIRST);
  const told: unknown[] = [];
  const windows = openWindows(null, told);
  windows.show('counter');
  const page = made[0]?.webContents ?? expect.fail('There is no counter');
  page.emit('did-finish-load');
  page.isCrashed = () => true;
  windows.showOrder('4821');
  expect(told).toEqual([]);
  page.isCrashed = () => false;
  page.emit('did-finish-load');
  page.emit('did-finish-load');
  expect(told).toEqual([{ orderId: '4821' }]);
});

test('a window that stood on a larger screen fits into the one that is there', () => {
  setScreens(SMALL);
  openWindows({ x: 100, y: 0, width: 1800, height: 1000 }).show('counter');
  expect(made.map((window) => window.getBounds())).toEqual([SMALL]);
});

describe('a window opens', () => {
  test.each([
    ['where it was', { x: 30, y: 40, width: 800, height: 600 }, FIRST, [FIRST]],
    [
      'where it was, with the border that nobody sees',
      { x: -7, y: 0, width: 974, height: 1047 },
      FIRST,
      [FIRST],
    ],
    ['where it was, over two screens', { x: 1500, y: 10, width: 1200, height: 700 }, SECOND, [FIRST, SECOND]],
  ])('%s', (_how, place, own, all) => {
    expect(windowPlace(place, own, all)).toEqual(place);
  });

  test('with its upper edge in reach', () => {
    const place = { x: 10, y: -500, width: 800, height: 700 };
    expect(windowPlace(place, FIRST, [FIRST])).toEqual({ ...place, y: 0 });
  });

  test('whole, when a screen beside its own is gone', () => {
    const place = { x: 1700, y: 10, width: 800, height: 700 };
    expect(windowPlace(place, FIRST, [FIRST])).toEqual({ ...place, x: 1120 });
  });

  test('anywhere, when next to nothing of it would be seen', () => {
    const place = { x: 1900, y: 10, width: 800, height: 700 };
    expect(windowPlace(place, FIRST, [FIRST])).toBeNull();
  });
});
