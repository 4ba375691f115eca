import { expect, test } from 'vitest';
import { zoomStep } from '../../src/renderer/zoom-keys.ts';

const press = (key: string, more: object = {}) =>
  zoomStep({ key, ctrlKey: true, metaKey: false, altKey: false, ...more });

test('Ctrl or Command with plus, minus and zero change the text size, with Shift or the number pad too', () => {
  const steps = ['+', '=', '-', '_', '0'].map((key) => press(key));
  expect(steps).toEqual(['larger', 'larger', 'smaller', 'smaller', 'usual']);
  expect(press('+', { ctrlKey: false, metaKey: true })).toBe('larger');
});

test('codes and other combinations do not', () => {
  expect(press('0', { ctrlKey: false })).toBeNull();
  expect(press('0', { altKey: true })).toBeNull();
  expect(press('1')).toBeNull();
  expect(press('+', { metaKey: true })).toBeNull();
});
