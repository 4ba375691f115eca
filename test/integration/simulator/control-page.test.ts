import { Window } from 'happy-dom';
import { afterEach, expect, test, vi } from 'vitest';
import { startSimulator } from './rig.ts';
import type { Simulator } from '../../../src/simulator/contract.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** The real page, served over HTTP, in a DOM without EventSource: it asks again and again instead. */
async function openPage(
  prepare: (simulator: Simulator) => void = () => {},
  query = '',
): Promise<{ simulator: Simulator; window: Window; click: (name: string) => void; text: () => string }> {
  const { simulator, baseUrl } = await startSimulator();
  closers.push(simulator.stop);
  prepare(simulator);
  const [html, script] = await Promise.all(
    [`/simulator/${query}`, '/simulator/page.js'].map(async (path) => (await fetch(baseUrl + path)).text()),
  );
  const window = new Window({
    url: `${baseUrl}/simulator/`,
    settings: {
      enableJavaScriptEvaluation: true,
      suppressInsecureJavaScriptEnvironmentWarning: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
    },
  });
  closers.push(() => window.happyDOM.close());
  window.document.write(html ?? '');
  window.eval(script ?? '');
  const text = (): string => window.document.body.textContent;
  await vi.waitFor(() => expect(window.document.querySelector('.scenario')).not.toBeNull());
  return {
    simulator,
    window,
    text,
    click: (name) => {
      const button = [...window.document.querySelectorAll('button')].find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
      );
      if (button === undefined) throw new Error(`no button ${name}`);
      button.click();
    },
  };
}

test('the page shows where the simulator is and what to type into the app', async () => {
  const { simulator, text } = await openPage();
  const { baseUrl, chainId, vendorId } = simulator.connection();
  for (const fact of [baseUrl, chainId, vendorId, 'tok-1', 'Todavía no hay pedidos.'])
    expect(text()).toContain(fact);
});

test('a person creates an order, marks a line as missing, makes it ready and cancels it', async () => {
  const { simulator, click } = await openPage();
  const order = () => simulator.orders.list()[0];
  click('Crear pedido');
  await vi.waitFor(() => click('No hay'));
  await vi.waitFor(() => expect(order()?.lines[0]?.status).toBe('NOT_FOUND'));
  click('Listo para retirar');
  await vi.waitFor(() => expect(order()?.status).toBe('READY_FOR_PICKUP'));
  await vi.waitFor(() => click('Retirado'));
  await vi.waitFor(() => expect(order()?.status).toBe('PICKED_UP'));
  click('Cancelar…');
  click('Cancelar el pedido');
  await vi.waitFor(() =>
    expect(order()).toMatchObject({
      status: 'CANCELLED',
      cancellation: { by: 'CUSTOMER', afterPickUp: true },
    }),
  );
});

test('a person turns a switch, and it is marked as turned', async () => {
  const { simulator, window, click } = await openPage();
  click('Interruptores');
  const field = window.document.querySelector('select[aria-label="Importes"]');
  if (field === null) throw new Error('no switch');
  Object.assign(field, { value: 'string' });
  field.dispatchEvent(new window.Event('change'));
  await vi.waitFor(() => expect(simulator.switches.get().moneyAs).toBe('string'));
  await vi.waitFor(() =>
    expect(window.document.querySelector('.switch.turned')?.textContent).toContain('Importes'),
  );
});

test('a person plays a scenario and reads what must come out', async () => {
  const { simulator, window, click } = await openPage();
  click('Probar T3');
  await vi.waitFor(() =>
    expect(window.document.querySelector('.outcome')?.textContent).toContain('suena: listo'),
  );
  expect(simulator.outcomes().map((outcome) => outcome.name)).toEqual(['T3']);
});

test("an order's text is shown as text, whatever it holds", async () => {
  const bad = '<img src=x onerror=alert(1)>';
  const { window, text } = await openPage((simulator) => {
    simulator.orders.create({ customer: { firstName: bad }, comment: bad });
  });
  await vi.waitFor(() => expect(text()).toContain(bad));
  window.document.querySelector('button.order-row')?.dispatchEvent(new window.Event('click'));
  expect(window.document.querySelector('.comment')?.textContent).toBe(bad);
  expect(window.document.querySelectorAll('main img')).toHaveLength(0);
});

test('the page speaks English when asked', async () => {
  const { text } = await openPage(() => {}, '?lang=en');
  expect(text()).toContain('No orders yet.');
  expect(text()).toContain('Everything picked');
});

test.each(['es', 'en'])('every word that the frame names is there, lang=%s', async (language) => {
  const { simulator, baseUrl } = await startSimulator();
  closers.push(simulator.stop);
  const html = await (await fetch(`${baseUrl}/simulator/?lang=${language}`)).text();
  expect(html).not.toMatch(/[{}]|undefined/);
  expect(html).toContain(`<html lang="${language}">`);
});

test('an automatic day is started and ended with one button that says what it is', async () => {
  const { simulator, window, click } = await openPage();
  const isPressed = () => window.document.querySelector('[aria-pressed="true"]')?.textContent;
  click('Automático');
  await vi.waitFor(() => expect(isPressed()).toBe('Automático'));
  expect(simulator.auto.everyMs()).toBe(20_000);
  click('Automático');
  await vi.waitFor(() => expect(isPressed()).toBeUndefined());
  expect(simulator.auto.everyMs()).toBeNull();
});
