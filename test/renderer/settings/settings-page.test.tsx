import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { PartnerError } from '../../../src/shared/partner.ts';
import { createFakeMostrador, type FakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../render-app.tsx';

afterEach(clearPage);

const NOT_SAVED = { present: false, last4: null, savedAt: null } as const;

function freshShop(): FakeMostrador {
  const fake = createFakeMostrador();
  fake.main.settings = {
    ...fake.main.settings,
    shop: { ...fake.main.settings.shop, chainId: '', vendorId: '' },
  };
  fake.main.secrets['partner-token'] = NOT_SAVED;
  return fake;
}

const field = (name: string): Promise<HTMLElement> => screen.findByRole('textbox', { name });
const status = (): string => within(screen.getByRole('contentinfo')).getByRole('status').textContent;

test('from empty to proven: shop and token are saved, one real call is made and its result said', async () => {
  const fake = freshShop();
  const user = renderApp(fake, 'settings');
  await user.type(await field('Identificador de la cadena'), '5d7e2a90');
  await user.type(await field('Identificador de la tienda'), '0072');
  await user.type(
    screen.getByLabelText('Token Bearer', { selector: 'input[type="password"]' }),
    'eyJhbGciOi9zzz',
  );
  await user.click(screen.getByRole('button', { name: 'Guardar y probar' }));
  await screen.findByText('Funciona: 37 pedidos en las últimas 48 horas, 180 ms.');
  expect(fake.main.settings.shop).toMatchObject({ chainId: '5d7e2a90', vendorId: '0072' });
  expect(fake.main.vault.get('partner-token')).toBe('eyJhbGciOi9zzz');
  expect(fake.main.calls.map((call) => call.channel).slice(-3)).toEqual([
    'settings:save',
    'secrets:save',
    'partner:check',
  ]);
});

test('a saved token leaves the page: only its last characters and the day are shown', async () => {
  const fake = freshShop();
  const user = renderApp(fake, 'settings');
  const input = await screen.findByLabelText('Token Bearer', { selector: 'input[type="password"]' });
  expect(input.getAttribute('autocomplete')).toBe('off');
  await user.type(input, 'eyJhbGciOi9zzz');
  await user.click(screen.getByRole('button', { name: 'Guardar' }));
  await screen.findByText('Guardada · termina en 9zzz · 12/03');
  expect(document.body.innerHTML).not.toContain('eyJhbGciOi');
  expect(screen.queryByLabelText('Token Bearer', { selector: 'input[type="password"]' })).toBeNull();
});

test('what is typed as a secret is hidden until somebody wants to see it', async () => {
  const user = renderApp(freshShop(), 'settings');
  const input = await screen.findByPlaceholderText('Pegue aquí');
  expect(input.getAttribute('type')).toBe('password');
  await user.click(screen.getByRole('checkbox', { name: 'Mostrar lo escrito' }));
  expect(input.getAttribute('type')).toBe('text');
});

test('a secret that the keychain did not take stays typed, and it is said what to do', async () => {
  const fake = freshShop();
  const user = renderApp(fake, 'settings');
  await user.type(await screen.findByPlaceholderText('Pegue aquí'), 'secret-token');
  fake.main.refuseSave = { ok: false, code: 'keychain-locked', detail: null };
  await user.click(screen.getByRole('button', { name: 'Guardar' }));
  await screen.findByText('El administrador de contraseñas de la computadora está bloqueado.');
  expect(status()).toContain('La clave no se guardó.');
  expect(screen.getByPlaceholderText('Pegue aquí')).toHaveProperty('value', 'secret-token');
});

test('replacing a secret can be taken back', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  await user.click(await screen.findByRole('button', { name: 'Reemplazar' }));
  await user.type(screen.getByPlaceholderText('Pegue aquí'), 'half-typed');
  await user.click(screen.getByRole('button', { name: 'Dejar la guardada' }));
  await screen.findByText('Guardada · termina en 1a2b · 12/03');
  await user.click(screen.getByRole('button', { name: 'Guardar' }));
  expect(fake.callsOf('secrets:save')).toEqual([]);
});

test('forgetting a secret is asked once more', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  await user.click(await screen.findByRole('button', { name: 'Olvidar' }));
  screen.getByText(/Sin ella no se pueden consultar pedidos/);
  await user.click(screen.getByRole('button', { name: 'Cancelar' }));
  expect(fake.callsOf('secrets:forget')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Olvidar' }));
  await user.click(screen.getByRole('button', { name: 'Sí, olvidarla' }));
  await screen.findByText('Se borró de esta computadora.');
  expect(fake.callsOf('secrets:forget')).toEqual([{ name: 'partner-token' }]);
});

test('the other way in asks for its own two values and keeps its own secret', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  await user.click(await screen.findByRole('radio', { name: /^Client ID y Client Secret/ }));
  await user.type(await field('Client ID'), 'shop-5d7e');
  await user.type(screen.getByPlaceholderText('Pegue aquí'), 'client-secret-77');
  await user.click(screen.getByRole('button', { name: 'Guardar' }));
  await screen.findByText('Guardado.');
  expect(fake.main.settings.partner).toMatchObject({ auth: 'client-credentials', clientId: 'shop-5d7e' });
  expect([...fake.main.vault]).toEqual([['partner-client-secret', 'client-secret-77']]);
});

test('missing entries are named, the first one gets the focus, and PedidosYa is not asked', async () => {
  const fake = freshShop();
  const user = renderApp(fake, 'settings');
  await user.click(await screen.findByRole('button', { name: 'Guardar y probar' }));
  const chain = await field('Identificador de la cadena');
  await waitFor(() => expect(document.activeElement).toBe(chain));
  expect(chain.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getAllByText('Falta este dato.')).toHaveLength(3);
  expect(fake.callsOf('partner:check')).toEqual([]);
  await user.type(chain, 'x');
  expect(chain.getAttribute('aria-invalid')).toBe('false');
});

test('an entry that is not valid is explained and nothing is saved', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  const port = await field('Puerto que recibe los avisos');
  await user.clear(port);
  await user.type(port, '80{Enter}');
  await screen.findByText('Tiene que ser un número entre 1024 y 65535.');
  expect(fake.callsOf('settings:save')).toEqual([]);
});

test('what only main can refuse is marked at its field', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  await user.type(await field('Nombre de la tienda'), '!');
  const refused = { what: 'setting', field: 'shop.name', fault: 'too-long' } as const;
  fake.main.refuseSave = { ok: false, code: 'invalid', refused };
  await user.click(screen.getByRole('button', { name: 'Guardar' }));
  const name = await field('Nombre de la tienda');
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'));
  expect(within(name.parentElement ?? document.body).getByText('Es demasiado largo.')).toBeTruthy();
});

test('a key that PedidosYa refuses is explained with what to do', async () => {
  const fake = createFakeMostrador();
  const silent = { detail: null, retryAfterMs: null, isRouteMissing: false } as const;
  const error: PartnerError = { code: 'forbidden', status: 403, ...silent };
  fake.main.check = () => Promise.resolve({ ok: false, error });
  const user = renderApp(fake, 'settings');
  await user.click(await screen.findByRole('button', { name: 'Guardar y probar' }));
  await screen.findByText('La clave es válida, pero no da permiso para esta tienda.');
  expect(status()).toContain('Revise el identificador de la cadena y el de la tienda en Ajustes.');
});

test('the webhook secret is made and copied by main and never comes to the page', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  await user.click(await screen.findByRole('button', { name: 'Crear contraseña' }));
  await screen.findByText('termina en 9f3c · creada el 12/03');
  await user.click(screen.getByRole('button', { name: 'Copiar' }));
  await screen.findByText('Contraseña copiada. Péguela en el portal.');
  expect(document.body.innerHTML).not.toContain('made-by-main');
  await user.click(screen.getByRole('button', { name: 'Crear otra' }));
  expect(fake.callsOf('webhook-secret:generate')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Sí, crear otra' }));
  await waitFor(() => expect(fake.callsOf('webhook-secret:generate')).toHaveLength(2));
});

test('a change made elsewhere shows where nothing was typed and leaves what was', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  const name = await field('Nombre de la tienda');
  await user.clear(name);
  await user.type(name, 'Mi nombre');
  const view = await fake.api['settings:read']();
  const shop = { ...view.settings.shop, name: 'Otro nombre', vendorId: '9999' };
  fake.emit('settings:changed', { ...view, settings: { ...view.settings, shop } });
  await waitFor(async () =>
    expect(await field('Identificador de la tienda')).toHaveProperty('value', '9999'),
  );
  expect(await field('Nombre de la tienda')).toHaveProperty('value', 'Mi nombre');
});

test('closing with unsaved changes asks first, and saving then closes', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'settings');
  let closed = 0;
  window.close = () => {
    closed += 1;
  };
  const leave = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  const name = await field('Nombre de la tienda');
  expect(leave()).toBe(true);
  await user.type(name, ' 2');
  expect(leave()).toBe(false);
  const question = await screen.findByRole('dialog', { name: 'Hay cambios sin guardar' });
  await user.click(within(question).getByRole('button', { name: 'Seguir editando' }));
  expect(closed).toBe(0);
  expect(leave()).toBe(false);
  await user.click(await screen.findByRole('button', { name: 'Guardar y cerrar' }));
  await waitFor(() => expect(closed).toBe(1));
  expect(fake.main.settings.shop.name).toBe('Almacén Don Pepe 2');
  expect(leave()).toBe(true);
});

test('settings that had to be put right say so', async () => {
  const fake = createFakeMostrador();
  const view = await fake.api['settings:read']();
  renderApp(fake, 'settings');
  await field('Nombre de la tienda');
  fake.emit('settings:changed', {
    ...view,
    problems: [{ kind: 'file-damaged', keptAs: 'settings.damaged-1.json' }],
  });
  expect(await screen.findByText(/Una copia quedó en settings\.damaged-1\.json\./)).toBeTruthy();
});

test('correcting one of several marked fields leaves the focus where somebody types', async () => {
  const fake = freshShop();
  const user = renderApp(fake, 'settings');
  await user.click(await screen.findByRole('button', { name: 'Guardar y probar' }));
  await user.type(await field('Identificador de la cadena'), '5d7e2a90');
  expect(await field('Identificador de la cadena')).toHaveProperty('value', '5d7e2a90');
});

test('another address of the API asks for the key again, and the old one takes it back', async () => {
  const fake = createFakeMostrador();
  const { baseUrl } = fake.main.settings.partner;
  fake.main.boundTo = { 'partner-token': baseUrl };
  const user = renderApp(fake, 'settings');
  const address = await screen.findByLabelText(/Dirección de la API/);
  const sentence = 'Pegue otra vez la clave: la guardada es para otra dirección.';
  expect(screen.queryByText(sentence)).toBeNull();
  await user.clear(address);
  await user.type(address, 'https://otra.example/v2');
  const input = screen.getByLabelText('Token Bearer', { selector: 'input[type="password"]' });
  expect(screen.getByText(sentence)).toBeTruthy();
  expect(screen.getByText(/^Se envía a https:\/\/otra\.example\./)).toBeTruthy();
  await user.type(input, 'clave-nueva');
  expect(screen.queryByText(sentence)).toBeNull();
  await user.clear(input);
  await user.clear(address);
  await user.type(address, `${baseUrl}/v2`);
  expect(screen.queryByText(sentence)).toBeNull();
});
