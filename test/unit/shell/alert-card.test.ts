import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAlertCard } from '../../../src/main/shell/windows/alert-card.ts';
import { createZoom } from '../../../src/main/shell/windows/zoom.ts';
import type { CardState } from '../../../src/shared/orders/card.ts';
import { screen, setScreens, windows } from '../../fakes/electron-screen.ts';
import { orderAlert } from '../../fixtures/order-alert.ts';

vi.mock('electron', () => import('../../fakes/electron-screen.ts'));

const BIG = { x: 0, y: 0, width: 1920, height: 1040 };
const SMALL = { x: 0, y: 0, width: 1024, height: 728 };
const RIGHT = { x: 1920, y: 0, width: 1280, height: 1000 };
const STATE: CardState = {
  alerts: [orderAlert('4821')],
  digest: null,
  undo: null,
  flash: false,
  mutedUntil: null,
};

beforeEach(() => {
  vi.useFakeTimers();
  windows.length = 0;
});
afterEach(() => void vi.useRealTimers());

function openCard() {
  const saved: unknown[] = [];
  const card = createAlertCard({
    preload: '',
    places: { read: () => null, save: (view, place) => void saved.push([view, place]) },
    push: () => undefined,
    isDemo: false,
    zoom: createZoom(100),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  card.show(STATE);
  const window = windows.at(-1) ?? expect.fail('There is no card');
  const edges = () => {
    const { x, y, width, height } = window.getBounds();
    return [x + width, y + height];
  };
  return { card, window, edges, saved };
}

test('a card whose screen becomes smaller comes back into it at once, and returns with the room', () => {
  setScreens(BIG);
  const { card, edges, saved } = openCard();
  expect(edges()).toEqual([1904, 1024]);
  setScreens(SMALL);
  expect(edges()).toEqual([1024, 728]);
  setScreens(BIG);
  expect(edges()).toEqual([1904, 1024]);
  expect(saved).toEqual([]);
  card.stop();
});

test('one that the system moved because its screen went is no wish of a person, and goes back with that screen', () => {
  setScreens(RIGHT);
  const { card, window, edges, saved } = openCard();
  const home = edges();
  window.setBounds({ ...window.getBounds(), x: 0, y: 0 });
  setScreens(SMALL);
  expect(edges()).toEqual([1024, 728]);
  card.show({ ...STATE, flash: true });
  setScreens(SMALL, RIGHT);
  expect(edges()).toEqual(home);
  expect(saved).toEqual([]);
  card.stop();
});

test('nobody listens to the screens after the end', () => {
  setScreens(BIG);
  const { card } = openCard();
  card.stop();
  expect(screen.eventNames()).toEqual([]);
});
