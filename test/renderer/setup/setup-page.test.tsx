import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { createFakeMostrador, healthOf, type FakeMostrador } from '../../fakes/mostrador-api.ts';
import { clearPage, renderApp } from '../render-app.tsx';

afterEach(clearPage);

const { setup, settings } = textsFor('es');
const NOT_SAVED = { present: false, last4: null, savedAt: null } as const;
const CHAIN = '5d7e2a90-1b3c-4f86-9a25-c4e8b7d61f02';
const partner = (code: 'ok' | 'not-configured' | 'partner-unauthorized', state: 'ok' | 'off' | 'down') => ({
  ...healthOf(),
  partner: { state, code, since: '2026-03-12T12:00:00.000Z', detail: null },
});

function freshShop(): FakeMostrador {
  const fake = createFakeMostrador({ health: partner('not-configured', 'off') });
  const { shop } = fake.main.settings;
  fake.main.settings = { ...fake.main.settings, shop: { ...shop, chainId: '', vendorId: '' } };
  fake.main.secrets['partner-token'] = NOT_SAVED;
  return fake;
}

const stepOf = (name: string): HTMLElement =>
  within(screen.getByRole('navigation')).getByRole('button', { name: new RegExp(name) });
const primary = (name: string): HTMLElement => screen.getByRole('button', { name });

test('an empty profile begins with the shop, and the pasted address of the portal gives the chain', async () => {
  const fake = freshShop();
  const user = renderApp(fake, 'setup');
  await screen.findByRole('heading', { level: 1, name: setup.steps.shop });
  await user.click(screen.getByRole('textbox', { name: settings.chainId }));
  await user.paste(`https://portal.example/integrations/${CHAIN}/home`);
  expect(screen.getByRole('textbox', { name: settings.chainId })).toHaveProperty('value', CHAIN);
  screen.getByText(setup.shop.chainFound);
  await user.type(screen.getByRole('textbox', { name: settings.vendorId }), '0072');
  fake.main.check = () => {
    fake.main.health = partner('ok', 'ok');
    fake.emit('health:changed', fake.main.health);
    return Promise.resolve({ ok: true, orders: 3, ms: 90, shop: null });
  };
  await user.type(screen.getByLabelText(settings.token), 'eyJhbGciOi9zzz{Enter}');
  // One Enter saves, asks PedidosYa and goes on.
  await screen.findByRole('heading', { level: 1, name: setup.steps.address });
  expect(stepOf(setup.steps.shop).textContent).toContain(setup.states.proven);
  expect(fake.main.settings.partner.tokenLabel).toBe(setup.key.usualLabel);
  expect(fake.main.settings.shop).toMatchObject({ chainId: CHAIN, vendorId: '0072' });
});

test.each([
  ['unauthorized', null, [settings.token], settings.problems.keyRefused],
  ['forbidden', null, [settings.chainId, settings.vendorId], settings.problems.vendorRefused],
  ['not-found', null, [settings.vendorId], settings.problems.vendorUnknown],
] as const)(
  '%s is marked at its field, and what was typed can be put right there',
  async (code, _none, names, words) => {
    const fake = freshShop();
    fake.main.settings = {
      ...fake.main.settings,
      shop: { ...fake.main.settings.shop, chainId: CHAIN, vendorId: '0072' },
    };
    const user = renderApp(fake, 'setup');
    await screen.findByRole('heading', { level: 1, name: setup.steps.shop });
    const error = { code, status: null, detail: null, retryAfterMs: null, isRouteMissing: false } as const;
    fake.main.check = () => Promise.resolve({ ok: false, error });
    await user.type(screen.getByLabelText(settings.token), 'eyJhbGciOi9zzz{Enter}');
    await screen.findByText(words);
    for (const name of names) expect(screen.getByLabelText(name).getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(screen.getByLabelText(names[0]));
  },
);

test('a refused key says what to do next in the assistant itself', async () => {
  const fake = freshShop();
  fake.main.secrets['partner-token'] = { present: true, last4: 'zzz9', savedAt: null };
  fake.main.settings = {
    ...fake.main.settings,
    shop: { ...fake.main.settings.shop, chainId: CHAIN, vendorId: '0072' },
  };
  fake.main.health = partner('partner-unauthorized', 'down');
  renderApp(fake, 'setup');
  await screen.findByText(setup.reasons['partner-unauthorized'].sentence);
  screen.getByText(setup.reasons['partner-unauthorized'].remedy);
  expect(stepOf(setup.steps.shop).getAttribute('aria-current')).toBe('step');
});

test('a client id gives the chain that it ends in', async () => {
  const fake = freshShop();
  const user = renderApp(fake, 'setup');
  await screen.findByRole('heading', { level: 1, name: setup.steps.shop });
  await user.click(screen.getByRole('button', { name: setup.key.haveClient }));
  await user.click(screen.getByRole('textbox', { name: settings.clientId }));
  await user.paste(`almacen-${CHAIN}`);
  expect(screen.getByRole('textbox', { name: settings.chainId })).toHaveProperty('value', CHAIN);
});

test('a shop that called is taken over with one click', async () => {
  const fake = freshShop();
  const view = fake.main.setup;
  fake.main.setup = (current) => ({
    ...view(current),
    foundShop: { chainId: CHAIN, vendorId: '412207', name: 'Súper del Barrio' },
  });
  const user = renderApp(fake, 'setup');
  await user.click(await screen.findByRole('button', { name: setup.shop.useFound }));
  await user.type(screen.getByLabelText(settings.token), 'eyJhbGciOi9zzz');
  await user.click(primary(setup.connect));
  await waitFor(() => expect(fake.main.settings.shop).toMatchObject({ chainId: CHAIN, vendorId: '412207' }));
});

test('the secret is made, copied in the chosen form, and the change to another is ended by hand', async () => {
  const fake = createFakeMostrador();
  const user = renderApp(fake, 'setup');
  await user.click(await screen.findByRole('button', { name: new RegExp(setup.steps.secret) }));
  await user.click(primary(settings.generate));
  await user.click(await screen.findByRole('radio', { name: setup.secret.forms.basic }));
  await user.click(screen.getByRole('button', { name: settings.copy }));
  await screen.findByText(setup.secret.copied.basic);
  expect(fake.callsOf('webhook-secret:copy')).toEqual([{ form: 'basic' }]);

  fake.main.secrets['webhook-secret-previous'] = { present: true, last4: 'old1', savedAt: null };
  await user.click(screen.getByRole('button', { name: settings.copy }));
  fake.emit('settings:changed', await fake.api['settings:read']());
  await user.click(await screen.findByRole('button', { name: setup.secret.endOverlap }));
  await user.click(screen.getByRole('button', { name: setup.secret.endYes }));
  await waitFor(() => expect(fake.main.secrets['webhook-secret-previous'].present).toBe(false));
  expect(fake.callsOf('secrets:forget')).toEqual([{ name: 'webhook-secret-previous' }]);
});

test('leaving a step with something typed keeps what was typed', async () => {
  const fake = freshShop();
  const user = renderApp(fake, 'setup');
  await user.type(await screen.findByRole('textbox', { name: settings.vendorId }), '0072');
  await user.click(stepOf(setup.steps.secret));
  await user.click(stepOf(setup.steps.shop));
  expect(screen.getByRole('textbox', { name: settings.vendorId })).toHaveProperty('value', '0072');
});
