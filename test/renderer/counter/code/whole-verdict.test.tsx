import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { sampleAlert, sampleDetail, sampleOrder } from '../../sample-orders.ts';
import {
  answer,
  cancelled,
  early,
  open,
  openCode,
  orders,
  ready,
  said,
  verdict,
  withOwnTime,
} from '../code-rig.tsx';

withOwnTime();

const panel = (): HTMLElement => answer() ?? document.body;
const button = (name: string): HTMLElement => within(panel()).getByRole('button', { name });

describe('one verdict', () => {
  test('takes the whole panel: no list, no detail and no other main button beside it', async () => {
    const cash = { ...ready, collectMinor: 45_470 };
    const { type, press, pass } = await open([cash, cancelled, early], {
      alerts: [sampleAlert(cash, 'ready'), sampleAlert(cancelled, 'cancelled')],
    });
    await type('4821');
    await pass(500);
    expect(screen.queryAllByRole('row')).toEqual([]);
    expect(panel().textContent).toMatch(/ENTREGAR4821Lucía.*4 productos.*454,70.*hace 10 min/);
    expect(within(panel()).getByText('Leche entera Conaprole 1 L')).toBeTruthy();
    const main = [...document.querySelectorAll<HTMLElement>('button[data-kind=primary]')];
    expect(main.map(({ textContent }) => textContent)).toEqual(['Entregar']);
    const strip = screen.getByRole('region', { name: 'Avisos sin ver' });
    expect(strip.textContent).toBe('1 aviso sin ver: 4822');
    expect(within(strip).queryByRole('button')).toBeNull();
    await press('Enter');
    expect(openCode()).toBe('4821');
    expect(verdict()).toBe('give');
    expect(within(screen.getByRole('complementary')).queryByText('Leche entera Conaprole 1 L')).toBeNull();
  });

  test('Entregar hands the bag over; Deshacer takes its place, and the double click on one is none on the other', async () => {
    const { fake, type, pass } = await open();
    await type('4821');
    await pass(500);
    fireEvent.click(button('Entregar pedido 4821'), { detail: 1 });
    await pass(0);
    expect(fake.callsOf('orders:hand-over')).toEqual([{ orderId: 'a', handedOver: true }]);
    expect(said()).toMatch(/^Entregado ✓4821/);
    fireEvent.click(button('Deshacer'), { detail: 2 });
    expect(fake.callsOf('orders:hand-over')).toHaveLength(1);
    await pass(500);
    fireEvent.click(button('Deshacer'), { detail: 1 });
    await pass(0);
    expect(fake.callsOf('orders:hand-over').at(-1)).toEqual({ orderId: 'a', handedOver: false });
  });

  test('a cancelled bag offers Visto alone; one that had left is told calmly', async () => {
    const left = sampleOrder({ id: 'l', code: '4900', status: 'CANCELLED', wasPickedUp: true });
    const { fake, type, press, pass } = await open([...orders, left], {
      alerts: [sampleAlert(cancelled, 'cancelled')],
    });
    await type('4822');
    await pass(500);
    expect(panel().dataset['calm']).toBeUndefined();
    fireEvent.click(button('Visto, pedido 4822'), { detail: 1 });
    expect(fake.callsOf('alerts:acknowledge')).toEqual([{ alertIds: ['b:cancelled'] }]);
    await press('Escape');
    await type('4900');
    expect(said()).toMatch(/^Cancelado después de entregar4900/);
    expect(panel().dataset['calm']).toBe('true');
  });

  test('the list comes back with the arrows, with Esc, and by its button', async () => {
    const { type, press, pass } = await open();
    await type('4821');
    await press('ArrowDown');
    expect(screen.getAllByRole('row')).toHaveLength(1);
    expect(verdict()).toBe('give');
    await type('4822');
    expect(screen.queryAllByRole('row')).toEqual([]);
    await press('Escape');
    expect(verdict()).toBeUndefined();
    await type('4821');
    await pass(0);
    fireEvent.click(button('Volver a la lista'));
    expect([verdict(), screen.getAllByRole('row').length]).toEqual([undefined, 1]);
  });

  test('the whole order can be seen from there', async () => {
    const { type, pass } = await open();
    await type('4821');
    await pass(0);
    fireEvent.click(button('Ver todos los datos'));
    await pass(0);
    expect([verdict(), openCode()]).toEqual([undefined, '4821']);
    expect(screen.getByText('Número externo')).toBeTruthy();
  });
});

describe('two bags with one code', () => {
  const lucia = sampleOrder({ id: 'l', code: 'S-12' });
  const mateo = sampleOrder({ id: 'm', code: 'S12', customerFirstName: 'Mateo', lineCount: 2 });
  const both = [lucia, mateo];

  test('are told apart by the name: two buttons, none chosen, and the one pressed is the bag to hand over', async () => {
    const { fake, type, pass, press } = await open(both);
    await type('s12');
    await pass(600);
    expect(verdict()).toBe('several');
    const names = within(panel()).getAllByRole('listitem');
    expect(names.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^LucíaS-124 productos/),
      expect.stringMatching(/^MateoS122 productos/),
    ]);
    expect(document.querySelectorAll('button[data-kind=primary]')).toHaveLength(0);
    for (const key of ['e', 'Enter']) await press(key, { after: 200 });
    expect(fake.callsOf('orders:hand-over')).toEqual([]);
    await press('Escape');
    await type('s12');
    await pass(600);
    fireEvent.click(button(names[1] === undefined ? '' : 'Mateo S12 2 productos hace 4 min 13:56'));
    await pass(500);
    expect(said()).toMatch(/^ENTREGARS12Mateo/);
    fireEvent.click(button('Entregar pedido S12'), { detail: 1 });
    await pass(0);
    expect(fake.callsOf('orders:hand-over')).toEqual([{ orderId: 'm', handedOver: true }]);
    expect(said()).toMatch(/^Entregado ✓S12/);
    act(() => fake.emit('orders:changed', [{ ...lucia, status: 'CANCELLED' }]));
    expect(said()).toMatch(/^Entregado ✓S12/);
  });

  test('the next rider with this code is asked for the name again', async () => {
    const { type, pass } = await open(both, {
      details: new Map(both.map((one) => [one.id, sampleDetail(one)])),
    });
    await type('s12');
    await pass(600);
    fireEvent.click(within(panel()).getAllByRole('button')[0] ?? document.body);
    expect(verdict()).toBe('give');
    await pass(3_000);
    await type('s12');
    await pass(600);
    expect(verdict()).toBe('several');
  });
});
