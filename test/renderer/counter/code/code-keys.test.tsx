import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { shownCodes } from '../../render-app.tsx';
import { sampleAlert, sampleOrder } from '../../sample-orders.ts';
import { done, open, openCode, query, orders, said, withOwnTime, verdict, waiting } from '../code-rig.tsx';

withOwnTime();

describe('keys', () => {
  test('a code is answered large, with whose bag it is; Enter opens it and E then hands it over', async () => {
    // Its external number holds the code too: the list has two rows, the answer still is one.
    const other = sampleOrder({ id: 'x', code: '5000', externalId: 'x-4821-y' });
    const { fake, type, press, pass } = await open([...orders, other]);
    await type('4821');
    expect(verdict()).toBe('give');
    expect(said()).toMatch(/^ENTREGAR4821Lucía · 4 productos/);
    await press('Enter');
    expect(openCode()).toBe('4821');
    await press('e');
    await pass(150);
    expect(fake.callsOf('orders:hand-over')).toEqual([{ orderId: 'a', handedOver: true }]);
  });

  test.each(['type', 'scan'] as const)(
    'with 12 and 12E4 waiting, the code 12E4 is that one (%s)',
    async (how) => {
      const { fake, pass, ...keys } = await open(waiting('12', '12E4'));
      await (how === 'type' ? keys.type('12E4') : keys.scan('12E4', null));
      await pass(2_000);
      expect([verdict(), query()]).toEqual(['give', '12E4']);
      expect(said()).toMatch(/^ENTREGAR12E4/);
      expect(done(fake)).toEqual([]);
    },
  );

  test('A7 is not 7, and 12 is 12 once nothing more comes', async () => {
    const { type, pass, press } = await open(waiting('7', '12', '12E4'));
    await type('A7');
    await pass(600);
    expect(said()).toMatch(/^NO ENCONTRADOA7/);
    await press('Escape');
    await type('12');
    expect(said()).toBeNull();
    await pass(600);
    expect(said()).toMatch(/^ENTREGAR12/);
  });

  test.each(['wxfr-2440-rtbs', 'S-12', 'E4', 'V12', 'e-v-1', 'VVE7', '?12', '12 34', 'Ñ7', '#8/2', 'E', 'V'])(
    'a scanned %s is text, whatever it begins with, with a row chosen or none, and its Enter opens it',
    async (code) => {
      const { fake, press, scan, pass } = await open(waiting('4821', '4822', code));
      for (const choose of [false, true]) {
        if (choose) for (const key of ['ArrowDown', 'ArrowDown']) await press(key);
        await scan(code);
        expect([verdict(), openCode()]).toEqual(['give', code]);
        await pass(3_000);
        await press('Escape');
        await press('Escape');
        (document.activeElement as HTMLElement | null)?.blur();
      }
      expect(done(fake)).toEqual([]);
    },
  );

  test.each([
    ['Tab', {}],
    ['j', { ctrlKey: true }],
    ['m', { ctrlKey: true }],
  ] as const)('a scanner that sends %s after a code is understood too', async (end, init) => {
    const { scan, press } = await open();
    await scan('4822', null);
    await press(end, { after: 4, ...init });
    expect(openCode()).toBe('4822');
  });

  test('letters after digits are text however slowly they come, also with Space and with the keys of commands', async () => {
    const { fake, type, press } = await open(waiting('12', '34'));
    await type('12');
    for (const key of ['e', 'V', ' ', '?', '/']) await press(key, { after: 400 });
    expect(query()).toBe('12eV ?/');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(done(fake)).toEqual([]);
  });

  test('V, E and Space do nothing to the first of several that were found', async () => {
    const { fake, type, press, pass } = await open(waiting('4821', '4822'));
    await type('48');
    expect(shownCodes()).toHaveLength(2);
    await pass(1_000);
    for (const key of ['v', 'V', ' ', 'e', 'E', 'Enter']) {
      await press(key);
      await pass(200);
    }
    expect(done(fake)).toEqual([]);
    expect(openCode()).toBeNull();
  });

  test('V and E act on the row that was chosen, alone and once', async () => {
    const { fake, press, pass } = await open(waiting('4821', '4822'));
    await press('ArrowDown');
    await press('v');
    expect(done(fake)).toEqual([]);
    await pass(150);
    expect(fake.callsOf('alerts:acknowledge')).toEqual([{ alertIds: ['4821:ready'] }]);
    await press('E', { shiftKey: true });
    for (let i = 0; i < 5; i += 1) await press('E', { repeat: true, after: 30 });
    await pass(150);
    expect(fake.callsOf('orders:hand-over')).toEqual([{ orderId: '4821', handedOver: true }]);
  });

  test('a command does not fall on another row than the one that was chosen when its key was pressed', async () => {
    const { fake, press, pass } = await open(waiting('4821', '4822'));
    await press('ArrowDown');
    await press('e');
    fireEvent.click(screen.getByText('4822'));
    await pass(150);
    expect(done(fake)).toEqual([]);
  });

  test('nor Visto on a cancellation that came after its key was pressed', async () => {
    const [order] = waiting('4821');
    if (order === undefined) throw new Error('There is one');
    const { fake, press, pass } = await open([order]);
    await press('ArrowDown');
    await press('Enter');
    await press('v');
    await pass(50);
    const off = { ...order, status: 'CANCELLED' } as const;
    act(() => {
      fake.emit('orders:changed', [off]);
      fake.emit('alerts:changed', [sampleAlert(off, 'cancelled')]);
    });
    await pass(150);
    expect(done(fake)).toEqual([]);
  });

  test('a command is no part of a code that is scanned right behind it', async () => {
    const { fake, press, scan, pass } = await open(waiting('4821', '4822'));
    await press('ArrowDown');
    await press('e');
    await pass(105);
    expect(fake.callsOf('orders:hand-over')).toHaveLength(1);
    await press('4', { after: 5 });
    for (const key of '822') await press(key, { after: 4 });
    expect([verdict(), query()]).toEqual(['give', '4822']);
    await scan('4821');
    expect(openCode()).toBe('4821');
  });

  test('what is open is what was chosen, also when a cancellation has moved it to another tab', async () => {
    const [order, other] = waiting('4821', '4822');
    if (order === undefined || other === undefined) throw new Error('There are two');
    const { fake, press, pass } = await open([order, other]);
    await press('ArrowDown');
    await press('Enter');
    const off = { ...order, status: 'CANCELLED' } as const;
    act(() => {
      fake.emit('orders:changed', [off]);
      fake.emit('alerts:changed', [sampleAlert(off, 'cancelled'), sampleAlert(other, 'ready')]);
    });
    for (const key of ['e', 'v']) {
      await press(key);
      await pass(150);
    }
    expect(done(fake)).toEqual([{ alertIds: ['4821:cancelled'] }]);
    expect([openCode(), query()]).toEqual(['4821', '']);
  });

  test('a key held down writes once', async () => {
    const { press } = await open();
    await press('4');
    for (let i = 0; i < 5; i += 1) await press('4', { repeat: true, after: 30 });
    expect(query()).toBe('4');
  });

  test('the Enter after a code never presses the button that has the focus', async () => {
    const { fake, scan, type, press } = await open();
    const pressed = vi.fn<() => void>();
    for (const enter of [() => scan('4822'), async () => (await type('4822'), await press('Enter'))]) {
      const button = screen.getByRole('button', { name: 'Actualizar' });
      button.addEventListener('click', pressed);
      act(() => button.focus());
      await enter();
      expect(openCode()).toBe('4822');
      await press('Escape');
      await press('Escape');
    }
    expect(document.activeElement).not.toBe(screen.getByRole('button', { name: 'Actualizar' }));
    expect(fake.callsOf('orders:refresh')).toEqual([]);
    expect(pressed).not.toHaveBeenCalled();
  });

  test('signs that a keyboard writes with AltGr, and the digits of its number pad, are text; other shortcuts are not', async () => {
    const { press } = await open();
    await press('7');
    const altGr = new KeyboardEvent('keydown', {
      key: '#',
      ctrlKey: true,
      altKey: true,
      modifierAltGraph: true,
      bubbles: true,
    });
    act(() => void document.body.dispatchEvent(altGr));
    await press('c', { ctrlKey: true });
    await press('x', { altKey: true });
    await press('Dead');
    await press('Process');
    expect(query()).toBe('7#');
  });

  test('a letter still being composed belongs to the browser', async () => {
    await open(waiting('4821'));
    act(() => {
      const composing = new KeyboardEvent('keydown', { key: 'e', isComposing: true, bubbles: true });
      document.body.dispatchEvent(composing);
    });
    expect(query()).toBe('');
  });
});
