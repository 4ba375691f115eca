import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VIEWS } from '../../src/renderer/app.tsx';
import { CardPage } from '../../src/renderer/card/card-page.tsx';
import type { MostradorApi } from '../../src/shared/ipc-contract.ts';
import { createFakeMostrador, type FakeMostrador } from '../fakes/mostrador-api.ts';
import { clearPage, findRow, renderApp } from './render-app.tsx';
import { sampleAlert, sampleDetail, sampleOrder } from './sample-orders.ts';

// React writes what a boundary caught.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  clearPage();
  vi.restoreAllMocks();
});

const orderOf = (code: string) => sampleOrder({ id: `id-${code}`, code });

/** What no text, and so no page, can show. */
const BROKEN: unknown = { broken: true };

/** The same api with another answer on one channel; what main answers is `unknown` until somebody reads it. */
function answering(fake: FakeMostrador, channel: string, answer: unknown): FakeMostrador {
  const api = { ...fake.api, [channel]: () => Promise.resolve(answer) } as MostradorApi;
  return { ...fake, api };
}

function failures(fake: FakeMostrador): readonly string[] {
  return fake.callsOf('page:failed').map((arg) => (arg as { readonly where: string }).where);
}

describe('a page that cannot be drawn at all', () => {
  it.each(VIEWS)('%s says so, offers to load again, and the log knows', async (view) => {
    const fake = createFakeMostrador({ alerts: [sampleAlert(orderOf('4821'), 'ready')] });
    // Every page draws times: a zone that does not exist stops them all.
    const info = { version: '1', platform: 'linux', timeZone: BROKEN, language: 'es', demo: false };
    const settings = { ...fake.main.settings, shop: null };
    const view_ = { settings, secrets: fake.main.secrets, configured: true, problems: [] };
    renderApp(answering(answering(fake, 'app:info', info), 'settings:read', view_), view);
    expect(await screen.findByText('No se pudo mostrar esta página.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Volver a cargar' })).toBeTruthy();
    expect(failures(fake)).toContain(view);
    const seen = screen.queryByRole('button', { name: 'Visto, pedido 4821' });
    expect(seen !== null).toBe(view === 'counter');
  });

  it('leaves staff their alerts on the counter, and Visto works', async () => {
    const alert = sampleAlert(orderOf('4821'), 'ready');
    const fake = createFakeMostrador({ alerts: [alert] });
    renderApp(
      answering(fake, 'settings:read', { settings: BROKEN, secrets: {}, configured: true, problems: [] }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Visto, pedido 4821' }));
    expect(fake.callsOf('alerts:acknowledge')).toEqual([{ alertIds: [alert.id] }]);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Visto, pedido 4821' })).toBeNull());
  });
});

describe('the card', () => {
  it('shows the code, and Visto works, for the one alert that cannot be drawn; the others stay as they are', async () => {
    const [good, bad] = [
      sampleAlert(orderOf('4821'), 'ready'),
      { ...sampleAlert(orderOf('1284'), 'ready'), reason: BROKEN },
    ];
    const fake = createFakeMostrador();
    const card = {
      alerts: [good, bad],
      digest: null,
      undo: null,
      flash: false,
      mutedUntil: null,
      collect: [],
    };
    render(<CardPage api={answering(fake, 'card:read', card).api} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Visto, pedido 1284' }));
    expect(fake.callsOf('alerts:acknowledge')).toEqual([{ alertIds: [bad.id] }]);
    expect(screen.getByText('4821')).toBeTruthy();
    expect(failures(fake)).toEqual(['card, row']);
  });

  it('keeps its alerts when it fails as a whole', async () => {
    const alert = sampleAlert(orderOf('4821'), 'ready');
    const fake = createFakeMostrador({ alerts: [alert] });
    render(<CardPage api={answering(fake, 'card:read', { alerts: BROKEN }).api} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Visto, pedido 4821' }));
    expect(fake.callsOf('alerts:acknowledge')).toEqual([{ alertIds: [alert.id] }]);
    expect(failures(fake)).toEqual(['card']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'shows a reason of %s as the word',
    async (reason) => {
      const alert = { ...sampleAlert(orderOf('4821'), 'ready'), kind: 'cancelled' as const, reason };
      const fake = createFakeMostrador({ alerts: [alert] });
      render(<CardPage api={fake.api} />);
      expect(await screen.findByText(new RegExp(reason))).toBeTruthy();
      expect(failures(fake)).toEqual([]);
    },
  );
});

describe('the counter', () => {
  it('keeps every other row when one cannot be drawn, and Visto on that one', async () => {
    const [good, bad] = [orderOf('4821'), orderOf('1284')];
    const broken = { ...bad, customerFirstName: BROKEN };
    const alert = sampleAlert(bad, 'ready');
    const fake = createFakeMostrador({ orders: [good], alerts: [alert] });
    renderApp(answering(fake, 'orders:list', [good, broken]));
    const row = await findRow('1284');
    await findRow('4821');
    await userEvent.click(within(row).getByRole('button', { name: /^Visto/ }));
    expect(fake.callsOf('alerts:acknowledge')).toEqual([{ alertIds: [alert.id] }]);
    expect(failures(fake)).toEqual(['counter, row']);
  });

  it('keeps list, alerts and Visto when the detail of an order cannot be drawn', async () => {
    const order = orderOf('4821');
    const detail = sampleDetail(order);
    const fake = createFakeMostrador({ orders: [order] });
    const broken = { ...detail, order: { ...detail.order, comment: BROKEN } };
    const user = renderApp(answering(fake, 'orders:detail', broken));
    await user.click(within(await findRow('4821')).getByText('4821'));
    expect(await screen.findByText('No se pudo mostrar esta parte.')).toBeTruthy();
    await findRow('4821');
    await user.click(screen.getByRole('button', { name: 'Cerrar el detalle' }));
    expect(screen.queryByText('No se pudo mostrar esta parte.')).toBeNull();
  });

  it('shows the rest of an order whose lines cannot be drawn', async () => {
    const order = orderOf('4821');
    const detail = sampleDetail(order);
    const lines = [{ ...detail.order.lines[0], name: BROKEN }];
    const fake = createFakeMostrador({ orders: [order] });
    const user = renderApp(
      answering(fake, 'orders:detail', { ...detail, order: { ...detail.order, lines } }),
    );
    await user.click(within(await findRow('4821')).getByText('4821'));
    expect(await screen.findByText('No se pudo mostrar esta parte.')).toBeTruthy();
    expect(screen.getByText('Datos')).toBeTruthy();
    expect(failures(fake)).toEqual(['detail, lines']);
  });

  it('draws again what failed, when asked to', async () => {
    const fake = createFakeMostrador({ orders: [orderOf('4821')] });
    renderApp(fake);
    await findRow('4821');
    const health = fake.main.health;
    act(() => fake.emitNonsense('health:changed', { ...health, partner: null }));
    expect(await screen.findByText('No se pudo mostrar esta parte.')).toBeTruthy();
    act(() => fake.emit('health:changed', health));
    await userEvent.click(screen.getByRole('button', { name: 'Probar de nuevo' }));
    await waitFor(() => expect(screen.queryByText('No se pudo mostrar esta parte.')).toBeNull());
    await findRow('4821');
  });
});

it.each([
  ['deliveries', 'deliveries:list', { entries: [BROKEN, null], counts: null, hasMore: false, lastDay: null }],
  ['diagnostics', 'diagnostics:make', { files: BROKEN }],
  ['about', 'about:read', { versions: BROKEN, licences: BROKEN }],
  ['setup', 'setup:read', { steps: BROKEN }],
] as const)(
  '%s says that it failed when main answers nonsense, and does not go blank',
  async (view, channel, answer) => {
    const fake = createFakeMostrador();
    renderApp(answering(fake, channel, answer), view);
    expect(await screen.findByText(/^No se pud(o|ieron)/)).toBeTruthy();
    expect(document.body.textContent).not.toBe('');
  },
);

it('a long order shows a hundred lines and says how many there are beside them', async () => {
  const order = orderOf('4821');
  const detail = sampleDetail(order);
  const lines = Array.from({ length: 300 }, (_, index) => ({
    ...detail.order.lines[0],
    id: `l-${String(index)}`,
    name: `Producto ${String(index)}`,
  }));
  const fake = createFakeMostrador({ orders: [order] });
  const user = renderApp(
    answering(fake, 'orders:detail', { ...detail, order: { ...detail.order, lines, moreLines: 99_700 } }),
  );
  await user.click(within(await findRow('4821')).getByText('4821'));
  await user.click(await screen.findByRole('button', { name: 'y 99.900 más' }));
  expect(screen.getByText('Producto 299')).toBeTruthy();
  expect(screen.getByText('y 99.700 más')).toBeTruthy();
});

it('amounts that could not be read for sure stand as they were sent', async () => {
  const order = orderOf('4821');
  const detail = sampleDetail(order);
  const [line] = detail.order.lines;
  const picked = {
    unit: 'KG',
    amount: null,
    pieces: null,
    unitPriceMinor: null,
    totalMinor: null,
    amountText: 'un kilo',
    totalText: 'USD 2',
  };
  const totals = { ...detail.order.totals, totalMinor: null, pickedMinor: null, texts: { total: '1.290' } };
  const fake = createFakeMostrador({ orders: [order] });
  const user = renderApp(
    answering(fake, 'orders:detail', {
      ...detail,
      order: { ...detail.order, totals, lines: [{ ...line, picked }] },
    }),
  );
  await user.click(within(await findRow('4821')).getByText('4821'));
  for (const text of ['un kilo', 'USD 2', '1.290']) expect(await screen.findByText(text)).toBeTruthy();
});

it('settings keep every other section when one cannot be drawn', async () => {
  const fake = createFakeMostrador();
  renderApp(answering(fake, 'computer:read', BROKEN), 'settings');
  expect(await screen.findByRole('textbox', { name: 'Nombre de la tienda' })).toBeTruthy();
  expect((await screen.findAllByText('No se pudo mostrar esta parte.')).length).toBeGreaterThan(0);
  expect(failures(fake)).toContain('settings, computer');
});
