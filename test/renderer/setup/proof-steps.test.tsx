import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import type { SetupCases, SetupPageId, SetupTest } from '../../../src/shared/setup.ts';
import type { TunnelStatus } from '../../../src/shared/tunnel.ts';
import { createFakeMostrador, type FakeMostrador } from '../../fakes/mostrador-api.ts';
import { NO_CASES, setupOf } from '../../fakes/setup-view.ts';
import { TUNNEL_STOPPED } from '../../fakes/tunnel-status.ts';
import { clearPage, renderApp } from '../render-app.tsx';

afterEach(clearPage);

const { setup, settings, tunnelForm, tunnel } = textsFor('es');
const AT = '2026-03-12T15:04:00.000Z';

async function openStep(fake: FakeMostrador, step: SetupPageId): Promise<UserEvent> {
  const user = renderApp(fake, 'setup');
  const rail = await screen.findByRole('navigation');
  const button = within(rail).getAllByRole('button')[Object.keys(setup.steps).indexOf(step)];
  if (button === undefined) throw new Error(`No step ${step}`);
  await user.click(button);
  await screen.findByRole('heading', { level: 1, name: setup.steps[step] });
  return user;
}
const field = (name: string): HTMLElement => screen.getByRole('textbox', { name });
const press = (user: UserEvent, name: string): Promise<void> =>
  user.click(screen.getByRole('button', { name }));

function withTunnel(change: Partial<TunnelStatus>): FakeMostrador {
  const fake = createFakeMostrador({ tunnel: { ...TUNNEL_STOPPED, provider: 'own-url', ...change } });
  const { tunnel: before } = fake.main.settings;
  const own = { ...before, provider: 'own-url', publicUrl: 'https://pedidos.example' } as const;
  fake.main.settings = { ...fake.main.settings, tunnel: own };
  return fake;
}

test('asking alone is a choice: nothing has to be filled in', async () => {
  const fake = createFakeMostrador();
  const user = await openStep(fake, 'address');
  expect(screen.getByRole('radio', { name: /^Solo consultar/ })).toHaveProperty('checked', true);
  await press(user, setup.next);
  await screen.findByRole('heading', { level: 1, name: setup.steps.test });
  expect(fake.callsOf('settings:save')).toEqual([]);
});

test('what the chosen provider cannot do without is marked, and then saved in its place', async () => {
  const fake = createFakeMostrador();
  const user = await openStep(fake, 'address');
  await user.click(screen.getByRole('radio', { name: /^Servidor propio/ }));
  await press(user, setup.address.save);
  await waitFor(() => expect(field(tunnelForm.host).getAttribute('aria-invalid')).toBe('true'));
  expect(fake.callsOf('settings:save')).toEqual([]);
  await user.type(field(tunnelForm.host), 'servidor.example');
  await user.type(field(tunnelForm.user), 'tienda');
  await user.type(field(tunnelForm.remoteBind), '8080');
  await user.type(field(tunnelForm.publicUrl), 'https://pedidos.example');
  await press(user, setup.address.save);
  await waitFor(() =>
    expect(fake.main.settings.tunnel).toMatchObject({
      provider: 'ssh',
      publicUrl: 'https://pedidos.example',
      ssh: { host: 'servidor.example', port: 22, user: 'tienda', remoteBind: '8080', hostKey: '' },
    }),
  );
});

test('the key of a tunnel goes to the keychain and leaves the page', async () => {
  const fake = createFakeMostrador();
  const user = await openStep(fake, 'address');
  await user.click(screen.getByRole('radio', { name: /^ngrok/ }));
  await user.type(screen.getByPlaceholderText(settings.secretPlaceholder), 'clave-de-ngrok-123');
  await user.type(field(tunnelForm.domain), 'mi-tienda.ngrok-free.app');
  await press(user, setup.address.save);
  await waitFor(() => expect(fake.main.vault.get('ngrok-token')).toBe('clave-de-ngrok-123'));
  expect(document.body.innerHTML).not.toContain('clave-de-ngrok-123');
  expect(fake.main.settings.tunnel.ngrok.domain).toBe('mi-tienda.ngrok-free.app');
});

test('each provider of a tunnel has a key of its own, and is never given that of another', async () => {
  const fake = createFakeMostrador();
  const user = await openStep(fake, 'address');
  const typeKey = (value: string) =>
    user.type(screen.getByPlaceholderText(settings.secretPlaceholder), value);
  await user.click(screen.getByRole('radio', { name: /^ngrok/ }));
  await typeKey('clave-de-ngrok-123');
  await user.type(field(tunnelForm.domain), 'mi-tienda.ngrok-free.app');
  await press(user, setup.address.save);
  await screen.findByText(/-123/);

  await user.click(screen.getByRole('radio', { name: /^Cloudflare/ }));
  expect(screen.queryByText(/-123/)).toBeNull();
  await user.type(field(tunnelForm.publicUrl), 'https://pedidos.example');
  await press(user, setup.address.save);
  await screen.findByText(settings.problems.required);
  expect(fake.main.settings.tunnel.provider).toBe('ngrok');

  await typeKey('clave-de-cloudflare-456');
  // What is typed for one provider is not on the screen of another.
  await user.click(screen.getByRole('radio', { name: /^ngrok/ }));
  await user.click(screen.getByRole('radio', { name: /^Cloudflare/ }));
  await press(user, setup.address.save);
  await screen.findByText(/-456/);
  expect(Object.fromEntries(fake.main.vault)).toEqual({
    'ngrok-token': 'clave-de-ngrok-123',
    'cloudflared-token': 'clave-de-cloudflare-456',
    // The portal asks for the address and its password together.
    'webhook-secret': 'made-by-main-9f3c',
  });
});

test('another server than before is met anew: its key is not the old one', async () => {
  const fake = createFakeMostrador();
  const { tunnel: before } = fake.main.settings;
  const ssh = {
    ...before.ssh,
    host: 'uno.example',
    user: 'u',
    remoteBind: '1',
    hostKey: `SHA256:${'a'.repeat(43)}`,
  };
  const own = { ...before, provider: 'ssh', publicUrl: 'https://a.example', ssh } as const;
  fake.main.settings = { ...fake.main.settings, tunnel: own };
  const user = await openStep(fake, 'address');
  await user.type(field(tunnelForm.user), 'x');
  await press(user, setup.address.save);
  await waitFor(() => expect(fake.main.settings.tunnel.ssh.user).toBe('ux'));
  expect(fake.main.settings.tunnel.ssh.hostKey).toBe(ssh.hostKey);
  await user.type(field(tunnelForm.host), '.ar');
  await press(user, setup.address.save);
  await waitFor(() => expect(fake.main.settings.tunnel.ssh.host).toBe('uno.example.ar'));
  expect(fake.main.settings.tunnel.ssh.hostKey).toBe('');
});

test('the address for the portal is shown with its path, and main copies it', async () => {
  const fake = withTunnel({ state: 'online' });
  const user = await openStep(fake, 'secret');
  const box = await screen.findByRole('group', { name: setup.address.urlBox });
  within(box).getByText('https://pedidos.example/webhooks/orders');
  await user.click(within(box).getByRole('button', { name: settings.copy }));
  await screen.findByText(setup.address.urlCopied);
  expect(fake.callsOf('setup:copy')).toEqual([{ what: 'webhook-url' }]);
});

test('a broken address says why in the words of the tunnel', async () => {
  await openStep(withTunnel({ state: 'failed', error: { code: 'dns', detail: null } }), 'address');
  await screen.findByText(tunnel.errors.dns(null).sentence);
  expect(screen.getByText(tunnel.errors.dns(null).remedy)).toBeDefined();
});

test('another fingerprint of the server is accepted only when somebody confirms it', async () => {
  const fingerprint = `SHA256:${'b'.repeat(43)}`;
  const fake = withTunnel({
    provider: 'ssh',
    state: 'failed',
    error: { code: 'hostkey_mismatch', detail: fingerprint },
  });
  const user = await openStep(fake, 'address');
  await user.click(await screen.findByRole('button', { name: tunnelForm.acceptHostKey }));
  expect(fake.callsOf('tunnel:accept-host-key')).toEqual([]);
  await press(user, tunnelForm.acceptYes);
  await waitFor(() => expect(fake.callsOf('tunnel:accept-host-key')).toEqual([{ fingerprint }]));
});

const LIGHT = { state: 'ok', ms: null, why: null } as const;
function result(change: Partial<SetupTest['lights']>): SetupTest {
  const lights = { partner: LIGHT, tunnel: LIGHT, computer: LIGHT, toasts: LIGHT, sound: LIGHT, ...change };
  return { at: AT, path: 'public', inboundAt: null, ms: 84, lights };
}

test('a test shows five lines; one that failed says what to do', async () => {
  const fake = withTunnel({ state: 'online' });
  let ran: SetupTest | null = null;
  fake.main.runTest = () => {
    ran = result({
      sound: {
        state: 'failed',
        ms: null,
        why: { kind: 'health', code: 'sound-no-device', detail: null },
      },
    });
    return Promise.resolve(ran);
  };
  fake.main.setup = (view) =>
    setupOf(view, { health: fake.main.health, tunnel: fake.main.tunnel, test: ran });
  const user = await openStep(fake, 'test');
  await press(user, setup.test.send);
  await screen.findByText(setup.reasons['test-failing'].sentence);
  const { remedy } = textsFor('es').health['sound-no-device'](null);
  screen.getByText(remedy);
  expect(screen.getByRole('list', { name: setup.test.lightsLabel }).children).toHaveLength(5);
});

test('a light that a webhook of PedidosYa stands for says so, with its time', async () => {
  const fake = withTunnel({ state: 'degraded', error: { code: 'unverified', detail: null } });
  const ran: SetupTest = { ...result({}), inboundAt: AT, ms: null };
  fake.main.setup = (view) =>
    setupOf(view, { health: fake.main.health, tunnel: fake.main.tunnel, test: ran });
  await openStep(fake, 'test');
  const light = (await screen.findAllByRole('listitem')).find(({ textContent }) =>
    textContent?.includes(setup.test.lights.tunnel),
  );
  expect(light?.textContent).toContain(setup.test.ok);
  expect(light?.textContent).toMatch(/\d\d:\d\d llegó un aviso de PedidosYa/);
});

test('the checklist shows code, time and way of what was seen, and asks for one order', async () => {
  const fake = createFakeMostrador();
  const proof = { code: '4821', at: AT, by: 'webhook' } as const;
  let cases: SetupCases = { ...NO_CASES, partial: proof };
  fake.main.askSingle = () => {
    // The order was known as it is, so that main has no change to tell of.
    cases = { ...cases, 'get-single': { ...proof, by: 'api' } };
    return { kind: 'found', code: '4821' };
  };
  fake.main.setup = (view) => setupOf(view, { health: fake.main.health, cases });
  const print = vi.fn<() => void>();
  window.print = print;
  const user = await openStep(fake, 'cases');
  const row = screen.getByRole('row', { name: new RegExp(setup.cases.list.partial.name) });
  expect(row.textContent).toContain('482112/03 12:04por aviso');
  expect(screen.getAllByText(setup.cases.missing, { selector: 'td' })).toHaveLength(6);
  await press(user, setup.cases.askSingle);
  await screen.findByText(setup.cases.asked('4821'));
  await waitFor(() => expect(screen.getAllByText(setup.cases.missing, { selector: 'td' })).toHaveLength(5));
  await press(user, setup.cases.print);
  expect(print).toHaveBeenCalledOnce();
});
