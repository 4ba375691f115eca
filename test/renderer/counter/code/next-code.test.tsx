import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { sampleOrder } from '../../sample-orders.ts';
import { open, openCode, orders, query, said, withOwnTime, verdict } from '../code-rig.tsx';

withOwnTime();

describe('the next code begins anew', () => {
  test('after NO ENCONTRADO and a pause', async () => {
    const { type, pass } = await open();
    await type('9999');
    expect(said()).toMatch(/^NO ENCONTRADO9999Revise el código/);
    await pass(1_000);
    await type('4821');
    expect([verdict(), query()]).toEqual(['give', '4821']);
  });

  test('after a code without Enter and a pause', async () => {
    const { type, pass } = await open();
    await type('4822');
    await pass(1_000);
    await type('4821');
    expect([verdict(), query()]).toEqual(['give', '4821']);
  });

  test('after Enter, found or not, and what was open closes', async () => {
    const { type, press } = await open();
    await type('9999');
    await press('Enter');
    expect(openCode()).toBeNull();
    await type('4822');
    await press('Enter');
    expect(openCode()).toBe('4822');
    await type('4821');
    expect([verdict(), query(), openCode()]).toEqual(['give', '4821', null]);
  });

  test('at a scanner’s burst, whatever stood there and however short ago', async () => {
    const { scan, type, pass } = await open();
    for (const before of ['9999', '4822', '48', 'luc', '4']) {
      await type(before);
      await pass(50);
      await scan('4821', null);
      expect([before, verdict(), query()]).toEqual([before, 'give', '4821']);
      await scan('4700', null);
      expect([before, verdict(), query()]).toEqual([before, 'gone', '4700']);
    }
  });

  test('but not in the middle of one that is typed slowly', async () => {
    const { press, pass } = await open();
    for (const key of '4821') {
      await press(key);
      await pass(1_500);
    }
    expect([verdict(), query()]).toEqual(['give', '4821']);
  });

  test('also in the search box, and an edit in its middle is none', async () => {
    const { press, pass } = await open();
    const input = screen.getByRole<HTMLInputElement>('textbox');
    act(() => input.focus());
    fireEvent.change(input, { target: { value: '9999' } });
    await pass(1_000);
    input.setSelectionRange(2, 2);
    await press('4');
    expect([input.selectionStart, input.selectionEnd]).toEqual([2, 2]);
    input.setSelectionRange(4, 4);
    await press('4');
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, 4]);
    fireEvent.change(input, { target: { value: '4821' } });
    expect(verdict()).toBe('give');
    await press('Enter');
    expect(openCode()).toBe('4821');
  });

  // The page of a test writes nothing itself: what a browser does with a key that was left to it.
  const browserWrites = async (input: HTMLInputElement, keys: ReturnType<typeof open>, text: string) => {
    for (const key of text) {
      let isLeft = false;
      const hear = (event: KeyboardEvent): void => {
        isLeft = !event.defaultPrevented;
      };
      window.addEventListener('keydown', hear);
      await (await keys).press(key, { after: 4 });
      window.removeEventListener('keydown', hear);
      const [from, to] = [input.selectionStart ?? 0, input.selectionEnd ?? 0];
      const value = `${input.value.slice(0, from)}${key}${input.value.slice(to)}`;
      if (!isLeft) continue;
      fireEvent.change(input, { target: { value } });
      input.setSelectionRange(from + 1, from + 1);
    }
  };

  test.each([
    ['all of it is chosen', 0, 4],
    ['the end of it is chosen', 2, 4],
    ['the cursor stands at its beginning', 0, 0],
    ['the cursor stands in its middle', 2, 2],
  ])('at a scanner’s burst in the search box, where %s', async (_, from, to) => {
    const page = open([...orders, sampleOrder({ id: 'part', code: '821' })]);
    await page;
    const input = screen.getByRole<HTMLInputElement>('textbox');
    act(() => input.focus());
    fireEvent.change(input, { target: { value: '9999' } });
    input.setSelectionRange(from, to);
    await browserWrites(input, page, '4821');
    expect([verdict(), query()]).toEqual(['give', '4821']);
  });

  test('with what is pasted, by keys or with the mouse, but not into the middle', async () => {
    const { pass } = await open();
    const input = screen.getByRole<HTMLInputElement>('textbox');
    act(() => input.focus());
    fireEvent.change(input, { target: { value: '9999' } });
    input.setSelectionRange(4, 4);
    fireEvent.paste(input);
    expect([input.selectionStart, input.selectionEnd]).toEqual([4, 4]);
    await pass(1_000);
    input.setSelectionRange(2, 2);
    fireEvent.paste(input);
    expect([input.selectionStart, input.selectionEnd]).toEqual([2, 2]);
    input.setSelectionRange(4, 4);
    fireEvent.paste(input);
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, 4]);
  });

  test('without signs that nobody sees, which would show another code than is meant', async () => {
    const { pass } = await open();
    const input = screen.getByRole<HTMLInputElement>('textbox');
    for (const [pasted, shown] of [
      ['\u202E1284', '1284'],
      ['\u2066\u200F12\u200B84\u2069\uFEFF', '1284'],
      ['\u00021284\u0003\u001D', '1284'],
    ] as const) {
      fireEvent.change(input, { target: { value: pasted } });
      expect(query()).toBe(shown);
      expect(said()).toMatch(/^NO ENCONTRADO1284/);
      await pass(1_000);
    }
  });

  test('at a scanner’s burst of two characters, once its Enter has come', async () => {
    const { scan, type, pass } = await open([...orders, sampleOrder({ id: 'two', code: '12' })]);
    for (const before of ['luc', '4', '48', 'ana ']) {
      await type(before);
      await pass(50);
      await scan('12');
      expect([before, verdict(), query(), openCode()]).toEqual([before, 'give', '12', '12']);
    }
  });
});
