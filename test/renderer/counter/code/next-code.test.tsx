import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { open, openCode, query, said, withOwnTime, verdict } from '../code-rig.tsx';

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
});
