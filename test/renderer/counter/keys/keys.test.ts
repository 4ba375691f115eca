import { expect, test } from 'vitest';
import { keyAction, moveIndex, type KeyPlace } from '../../../../src/renderer/counter/keys/keys.ts';

const press = (key: string, place: KeyPlace = 'page', ctrl = false): unknown =>
  keyAction({ key, ctrl, alt: false }, place);

test('digits are a search wherever the focus is, but not while something is typed', () => {
  expect(press('4')).toEqual({ kind: 'type', text: '4' });
  expect(press('4', 'control')).toEqual({ kind: 'type', text: '4' });
  expect(press('4', 'detail')).toEqual({ kind: 'type', text: '4' });
  expect(press('4', 'field')).toBeNull();
});

test('F5 and Ctrl+R refresh from everywhere', () => {
  for (const place of ['page', 'control', 'detail', 'field'] as const) {
    expect(press('F5', place)).toEqual({ kind: 'refresh' });
    expect(press('r', place, true)).toEqual({ kind: 'refresh' });
  }
});

test('V marks as seen, also from a button, but is a letter in the search box', () => {
  expect(press('v')).toEqual({ kind: 'seen' });
  expect(press('V', 'control')).toEqual({ kind: 'seen' });
  expect(press('v', 'field')).toBeNull();
});

test('E marks as handed over and Ctrl+Z takes it back, but both belong to the search box while it has the focus', () => {
  expect(press('e')).toEqual({ kind: 'hand-over' });
  expect(press('E', 'detail')).toEqual({ kind: 'hand-over' });
  expect(press('e', 'field')).toBeNull();
  expect(press('z', 'page', true)).toEqual({ kind: 'undo' });
  expect(press('z', 'field', true)).toBeNull();
});

test('Space and Enter belong to the button that has the focus', () => {
  expect(press(' ')).toEqual({ kind: 'seen' });
  expect(press(' ', 'control')).toBeNull();
  expect(press('Enter')).toEqual({ kind: 'open' });
  expect(press('Enter', 'control')).toBeNull();
});

test('the search box keeps Home and End and gives up and down to the list', () => {
  expect(press('Home', 'field')).toBeNull();
  expect(press('ArrowDown', 'field')).toEqual({ kind: 'move', move: 'down' });
  expect(press('Enter', 'field')).toEqual({ kind: 'open' });
});

test('the detail scrolls with the arrows', () => {
  expect(press('ArrowDown', 'detail')).toBeNull();
});

test('shortcuts of the system are left alone', () => {
  expect(keyAction({ key: '4', ctrl: false, alt: true }, 'page')).toBeNull();
  expect(press('c', 'page', true)).toBeNull();
});

test('a move stays inside the list', () => {
  expect(moveIndex('up', 0, 10, 5)).toBe(0);
  expect(moveIndex('down', 9, 10, 5)).toBe(9);
  expect(moveIndex('page-down', 3, 10, 5)).toBe(7);
  expect(moveIndex('page-up', 3, 10, 5)).toBe(0);
  expect(moveIndex('last', 0, 10, 5)).toBe(9);
  expect(moveIndex('first', 7, 10, 5)).toBe(0);
});
