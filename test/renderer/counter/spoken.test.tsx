import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { cancelled, DAY_MINUTES, open, ready, said, withOwnTime } from './code-rig.tsx';
import { minutesAgo } from '../sample-orders.ts';

withOwnTime();

/** Everything that a screen reader reads by itself when it changes. */
const spoken = (word: string): readonly Element[] =>
  [
    ...document.querySelectorAll('[role="status"], [role="alert"], [aria-live]:not([aria-live="off"])'),
  ].filter((region) => region.textContent.includes(word));

describe('a verdict is spoken', () => {
  test('by one region, whose text changes once', async () => {
    const { type, pass } = await open();
    const texts = new Set<string>();
    const changes = new MutationObserver(() => texts.add(said() ?? ''));
    changes.observe(document.body, { subtree: true, childList: true, characterData: true });
    await type('4821');
    await pass(3_000);
    changes.disconnect();
    expect(spoken('ENTREGAR')).toHaveLength(1);
    expect([...texts].filter((text) => text.includes('ENTREGAR'))).toHaveLength(1);
  });

  test('not again when the answer of PedidosYa is added to it', async () => {
    const old = {
      ...ready,
      at: minutesAgo(34 * DAY_MINUTES),
      status: 'PICKED_UP',
      wasPickedUp: true,
    } as const;
    const { fake, type, pass } = await open([old, cancelled]);
    let end: () => void = () => undefined;
    fake.main.refresh = () =>
      new Promise((resolve) => {
        end = () => resolve({ ok: true, added: 0, changed: 0, read: 3, at: minutesAgo(0) });
      });
    await type('4821');
    const [region] = spoken('NO ENCONTRADO');
    expect(region?.getAttribute('aria-atomic')).toBe('false');
    end();
    await pass(0);
    expect(said()).toContain('PedidosYa no tiene nada más nuevo.');
    expect(spoken('NO ENCONTRADO')).toEqual([region]);
  });

  test('wholly when the order is another, or is cancelled meanwhile', async () => {
    const { fake, type } = await open();
    await type('4821');
    const [region] = spoken('ENTREGAR');
    const before = region?.firstElementChild;
    act(() => fake.emit('orders:changed', [{ ...ready, status: 'CANCELLED' }]));
    expect(said()).toMatch(/^NO ENTREGAR4821/);
    // All of it is new, so that all of it is read, and not the first word alone.
    expect(spoken('NO ENTREGAR')).toEqual([region]);
    expect(before?.isConnected).toBe(false);
  });
});

test('the buttons of a row and of a verdict say which order they mean', async () => {
  const { type } = await open();
  const names = (): readonly (string | null)[] =>
    screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
  expect(names()).toEqual(expect.arrayContaining(['Visto, pedido 4821', 'Entregado, pedido 4821']));
  await type('4821');
  expect(names()).toContain('Entregar pedido 4821');
});
