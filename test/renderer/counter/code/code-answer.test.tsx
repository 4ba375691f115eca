import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { HANDED_OVER_AT } from '../../../fakes/orders-api.ts';
import { shownCodes } from '../../render-app.tsx';
import { minutesAgo, sampleOrder } from '../../sample-orders.ts';
import {
  DAY_MINUTES,
  answer,
  cancelled,
  early,
  open,
  openCode,
  orders,
  ready,
  said,
  withOwnTime,
  verdict,
  waiting,
} from '../code-rig.tsx';

withOwnTime();

describe('codes alone', () => {
  test('a wrong code is refused, Enter opens nothing, and what else holds it is listed with the reason', async () => {
    const shown = [
      sampleOrder({ id: 'x', code: '5000', externalId: 'x-9999-y' }),
      sampleOrder({ id: 'y', code: '99991' }),
      ...orders,
    ];
    const { type, press, pass } = await open(shown);
    await type('9999');
    await pass(600);
    expect(said()).toMatch(/^NO ENCONTRADO9999.*Abajo, otras coincidencias\.$/);
    expect(shownCodes()).toEqual(['99991', '5000']);
    const [part, external] = screen.getAllByRole('row').map((row) => row.textContent);
    expect(part).toContain('El código lo contiene');
    expect(external).toContain('Número externo x-9999-y');
    await press('Enter');
    expect(openCode()).toBeNull();
    await press('ArrowDown');
    await press('Enter');
    expect(openCode()).toBe('99991');
  });

  test('a name is no code: it is searched, says why it is found, and Enter opens none that was not chosen', async () => {
    const { type, press, pass } = await open();
    await type('luc');
    await pass(3_000);
    expect(said()).toBeNull();
    expect(shownCodes()).toHaveLength(4);
    expect(screen.getAllByRole('row')[0]?.textContent).toContain('Por el nombre');
    await press('Enter');
    expect(openCode()).toBeNull();
  });

  test('a cancelled order, one that is not ready and one that left are said as such', async () => {
    const { type, press } = await open();
    for (const [code, words] of [
      ['4822', /^NO ENTREGAR4822Lucía · /],
      ['4600', /^TODAVÍA NO4600En preparación/],
      ['4700', /^YA SE ENTREGÓ4700Entregado /],
    ] as const) {
      await press('Escape');
      await type(code);
      expect(said()).toMatch(words);
    }
  });

  test('two bags whose codes differ in a hyphen are to be compared', async () => {
    const { type, pass, press } = await open(waiting('S-12', 'S12'));
    await type('s12');
    await pass(600);
    expect(said()).toMatch(/^COMPARARs12Hay 2 pedidos/);
    await press('Enter');
    expect(openCode()).toBeNull();
  });
});

describe('an order of another day', () => {
  const old = { ...ready, at: minutesAgo(34 * DAY_MINUTES), status: 'PICKED_UP', wasPickedUp: true } as const;
  const refreshed = { ok: true, added: 0, changed: 0, read: 3, at: minutesAgo(0) } as const;

  test('is named with its date while PedidosYa is asked, and the answer that comes is shown', async () => {
    const { fake, type, pass } = await open([old, cancelled]);
    let end: (value: typeof refreshed) => void = () => undefined;
    fake.main.refresh = () => new Promise((resolve) => (end = resolve));
    await type('4821');
    expect(said()).toMatch(
      /^NO ENCONTRADO4821El último 4821 es del 06\/02 \d\d:00: Retirado, Lucía\. Preguntando a PedidosYa…$/,
    );
    expect(fake.callsOf('orders:refresh')).toHaveLength(1);
    act(() => fake.emit('orders:changed', [{ ...ready, id: 'today', customerFirstName: 'Mateo' }]));
    end(refreshed);
    await pass(0);
    expect(said()).toMatch(/^ENTREGAR4821Mateo · /);
    expect(fake.callsOf('orders:refresh')).toHaveLength(1);
  });

  test('stays refused when PedidosYa has nothing newer, or cannot be asked; each question asks once', async () => {
    const { fake, type, press, pass } = await open([old, cancelled]);
    await type('4821');
    await pass(0);
    expect(said()).toMatch(/PedidosYa no tiene nada más nuevo\.$/);
    await press('Escape');
    fake.main.broken.add('orders:refresh');
    await type('4821');
    await pass(9_000);
    expect(said()).toMatch(/No se pudo preguntar a PedidosYa\.$/);
    expect(fake.callsOf('orders:refresh')).toHaveLength(2);
  });

  test('is not asked about while a longer code is typed over it', async () => {
    const { fake, type } = await open([{ ...old, code: '48' }, ready]);
    await type('4821');
    expect(verdict()).toBe('give');
    expect(fake.callsOf('orders:refresh')).toEqual([]);
  });

  test('that still waits answers with its date', async () => {
    const { fake, type } = await open([{ ...ready, at: minutesAgo(2 * DAY_MINUTES) }]);
    await type('4821');
    expect(said()).toMatch(/^ENTREGAR4821Listo desde 10\/03 \d\d:00 · Lucía/);
    expect(fake.callsOf('orders:refresh')).toHaveLength(1);
  });
});

describe('Entregado', () => {
  test('is confirmed and can be taken back there; for the next rider the bag has gone', async () => {
    const { fake, type, press, pass } = await open();
    await type('4821');
    fireEvent.keyDown(document.body, { key: 'Enter' });
    await press('e');
    await pass(150);
    expect(verdict()).toBe('handed-over');
    expect(said()).toMatch(/^Entregado ✓4821\d\d:\d\d · Lucía/);
    const undo = within(answer() ?? document.body).getByRole('button', { name: 'Deshacer' });
    expect(screen.getAllByRole('button', { name: 'Deshacer' })).toEqual([undo]);
    await pass(60_000);
    expect(verdict()).toBe('handed-over');
    fireEvent.click(undo);
    await pass(0);
    expect(verdict()).toBe('give');
    expect(fake.callsOf('orders:hand-over').at(-1)).toEqual({ orderId: 'a', handedOver: false });
    await press('E');
    await pass(60_000);
    expect(verdict()).toBe('handed-over');
    await press('z', { ctrlKey: true });
    await pass(0);
    expect(verdict()).toBe('give');
    act(() => fake.emit('orders:changed', [{ ...ready, handedOverAt: HANDED_OVER_AT }]));
    expect(verdict()).toBe('handed-over');
    await type('4821');
    expect([verdict(), said()?.slice(0, 13)]).toEqual(['gone', 'YA SE ENTREGÓ']);
  });

  test('what is to be collected stands in answer and row, in words', async () => {
    const cash = { ...ready, collectMinor: 45_470 };
    const { fake, type, press, pass } = await open([cash, early]);
    expect(screen.getAllByRole('row')[0]?.textContent).toMatch(/Cobrar \$\s454,70 en efectivo/);
    await type('4821');
    expect(said()).toMatch(/Cobrar \$\s454,70 en efectivo$/);
    await press('Enter');
    await press('e');
    await pass(150);
    expect(verdict()).toBe('handed-over');
    expect(said()).toMatch(/Cobrar \$\s454,70 en efectivo$/);
    act(() => fake.emit('orders:changed', [{ ...cash, status: 'CANCELLED' }]));
    expect(document.body.textContent).not.toMatch(/Cobrar/);
  });

  test('an amount to collect that can be read in two ways stands in answer and row as it was sent', async () => {
    const unsure = { ...ready, collectText: '1.290' };
    const { fake, type } = await open([unsure, early]);
    expect(screen.getAllByRole('row')[0]?.textContent).toMatch(/Cobrar 1\.290 en efectivo/);
    await type('4821');
    expect(said()).toMatch(/Cobrar 1\.290 en efectivo$/);
    act(() => fake.emit('orders:changed', [{ ...unsure, status: 'CANCELLED' }]));
    expect(document.body.textContent).not.toMatch(/Cobrar/);
  });

  test('nothing to collect says nothing', async () => {
    const { type } = await open([ready]);
    await type('4821');
    expect(document.body.textContent).not.toMatch(/Cobrar/);
  });
});
