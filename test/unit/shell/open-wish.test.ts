import { expect, test } from 'vitest';
import { createOpenWish } from '../../../src/main/shell/windows/open-wish.ts';

/** The wish, and how often the window was shown. */
function rig() {
  const wish = createOpenWish();
  let shown = 0;
  return { wish, show: (): void => void (shown += 1), shown: () => shown };
}

test('a second start before there is a window shows it as soon as there is one, once', () => {
  const { wish, show, shown } = rig();
  wish.open();
  wish.open();
  expect(shown()).toBe(0);
  wish.grant(show);
  expect(shown()).toBe(1);
});

test('a window that nobody asked for stays closed', () => {
  const { wish, show, shown } = rig();
  wish.grant(show);
  expect(shown()).toBe(0);
});

test('once there is a window, each second start shows it', () => {
  const { wish, show, shown } = rig();
  wish.grant(show);
  wish.open();
  wish.open();
  expect(shown()).toBe(2);
});
