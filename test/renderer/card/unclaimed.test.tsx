import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { CardPage } from '../../../src/renderer/card/card-page.tsx';
import { createFakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage } from '../render-app.tsx';
import { minutesAgo } from '../sample-orders.ts';

afterEach(clearPage);

const bag = (code: string, minutes: number) => ({
  orderId: `id-${code}`,
  code,
  customerFirstName: 'Lucía',
  since: minutesAgo(minutes, Date.now()),
});

async function cardWith(...bags: readonly ReturnType<typeof bag>[]) {
  const fake = createFakeMostrador({ unclaimed: bags });
  render(<CardPage api={fake.api} />);
  await screen.findByText(bags[0]?.code ?? '');
  const user = userEvent.setup();
  const press = async (name: string): Promise<void> => {
    const button = await screen.findByRole('button', { name });
    await expect.poll(() => button.hasAttribute('disabled')).toBe(false);
    await user.click(button);
  };
  return { fake, press };
}

test('a bag that nobody comes for says since when, and offers to see, hand over or silence it', async () => {
  const { fake, press } = await cardWith(bag('4821', 18));
  screen.getByRole('heading', { name: '1 pedido sin retirar' });
  within(screen.getByRole('listitem')).getByText('Listo y sin retirar hace 18 min');
  await press('Visto, pedido 4821');
  await press('Entregado, pedido 4821');
  await press('Silenciar este pedido 4821');
  expect(fake.callsOf('unclaimed:seen')).toEqual([{ orderIds: ['id-4821'] }]);
  expect(fake.callsOf('orders:hand-over')).toEqual([{ orderId: 'id-4821', handedOver: true }]);
  expect(fake.callsOf('unclaimed:silence')).toEqual([{ orderId: 'id-4821', silenced: true }]);
});

test('several are seen with one button', async () => {
  const { fake, press } = await cardWith(bag('4821', 185), bag('4822', 18));
  screen.getByText('Listo y sin retirar hace 3 h 5 min');
  await press('Marcar los 2 como vistos');
  expect(fake.callsOf('unclaimed:seen')).toEqual([{ orderIds: ['id-4821', 'id-4822'] }]);
});
