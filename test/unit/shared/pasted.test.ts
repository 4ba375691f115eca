import { describe, expect, test } from 'vitest';
import { isPortalPage, LINKS } from '../../../src/shared/address.ts';
import {
  chainFault,
  chainIdIn,
  holdsChainId,
  ngrokDomainIn,
  sshTargetIn,
  unwrapped,
  valueIn,
  webAddressIn,
} from '../../../src/shared/settings/pasted.ts';
import { createSettingsCheck } from '../../../src/shared/settings/settings-schema.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/shared/settings/settings.ts';

const CHAIN = '5d7e2a90-1b3c-4f86-9a25-c4e8b7d61f02';
const OTHER = '807c225f-ac6d-445d-a074-ea960c892ca7';

test.each([
  [' 480123\t', '480123'],
  ['"480123"', '480123'],
  ['“480123”', '480123'],
  ['«480123».', '480123'],
  ["'480123',", '480123'],
  ['\u200B480123\uFEFF', '480123'],
  ['<480123>;', '480123'],
  ['a.b-c', 'a.b-c'],
  ['.oculto', '.oculto'],
])('%j comes out of its wrapping as %j', (pasted, value) => {
  expect(unwrapped(pasted)).toBe(value);
});

test.each([
  ['Identificador de Vendedor: 480123', '480123'],
  ['Vendor ID = "480123"', '480123'],
  ['480123', '480123'],
  ['Vendor 480123', 'Vendor 480123'],
  ['a:b', 'a:b'],
])('the value of %j is %j', (pasted, value) => {
  expect(valueIn(pasted)).toBe(value);
});

describe('the chain id', () => {
  test.each([
    [`https://portal.example/shops/${CHAIN}/settings?x=1`, CHAIN],
    [CHAIN.toUpperCase(), CHAIN],
    [`"${CHAIN}".`, CHAIN],
    [`{${CHAIN}}`, CHAIN],
    [CHAIN.replaceAll('-', ''), CHAIN],
    [CHAIN.replaceAll('-', '–'), CHAIN],
    [`Chain ID: ${CHAIN}`, CHAIN],
    [`https://portal.example/${CHAIN}/x/${CHAIN}`, CHAIN],
  ])('in %j is found', (pasted, id) => {
    expect([chainIdIn(pasted), holdsChainId(pasted), chainFault(pasted)]).toEqual([id, true, null]);
  });

  test.each([
    ['https://portal.pedidosya.com/integrations', 'no-chain'],
    ['portal.pedidosya.com/integrations/api', 'no-chain'],
    [`https://portal.example/${CHAIN}/${OTHER}`, 'two-chains'],
    [CHAIN.slice(0, -1), 'cut'],
    [CHAIN.slice(0, 20), 'cut'],
    ['cadena-7', null],
  ])('is not in %j: %s', (pasted, fault) => {
    expect([holdsChainId(pasted), chainFault(pasted)]).toEqual([false, fault]);
  });
});

test.each([
  ['pedidos.mitienda.com', 'https://pedidos.mitienda.com'],
  ['"https://pedidos.mitienda.com".', 'https://pedidos.mitienda.com'],
  ['HTTPS://Pedidos.mitienda.com', 'https://Pedidos.mitienda.com'],
  ['https//pedidos.mitienda.com', 'https://pedidos.mitienda.com'],
  ['https:/pedidos.mitienda.com/x', 'https://pedidos.mitienda.com/x'],
  ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['localhost:8080', 'http://localhost:8080'],
  ['Webhook: https://a.example', 'https://a.example'],
  ['http://a.example', 'http://a.example'],
  ['ftp://a.example', 'ftp://a.example'],
  ['no es una', 'no es una'],
  ['', ''],
])('the web address in %j is %j', (pasted, address) => {
  expect(webAddressIn(pasted)).toBe(address);
});

test.each([
  ['https://Mi-Tienda.ngrok-free.app/webhooks/orders', 'mi-tienda.ngrok-free.app'],
  ['ngrok http --url=mi-tienda.ngrok-free.app 80', 'mi-tienda.ngrok-free.app'],
  ['"mi-tienda.ngrok.dev".', 'mi-tienda.ngrok.dev'],
  ['https://mi-tienda.sa.ngrok.io/', 'mi-tienda.sa.ngrok.io'],
  ['tienda.example', 'tienda.example'],
  ['a.ngrok.app b.ngrok.app', 'a.ngrok.app b.ngrok.app'],
])('the domain in %j is %j', (pasted, domain) => {
  expect(ngrokDomainIn(pasted)).toBe(domain);
});

test.each([
  ['tienda@servidor.example', { user: 'tienda', host: 'servidor.example', port: null }],
  ['tienda@127.0.0.1:2222', { user: 'tienda', host: '127.0.0.1', port: '2222' }],
  ['ssh -p 2222 tienda@servidor.example', { user: 'tienda', host: 'servidor.example', port: '2222' }],
  ['"ssh tienda@servidor.example -p 22"', { user: 'tienda', host: 'servidor.example', port: '22' }],
  ['ssh://tienda@servidor.example:22/', { user: 'tienda', host: 'servidor.example', port: '22' }],
  ['tienda@[::1]:22', { user: 'tienda', host: '::1', port: '22' }],
  ['servidor.example', null],
  ['ssh -R 80:localhost:4765 tienda@servidor.example', null],
  ['una@persona con espacios', null],
])('the server in %j is %j', (pasted, target) => {
  expect(sshTargetIn(pasted)).toEqual(target);
});

const typed = createSettingsCheck('typed');
type Edit = { readonly [S in 'shop' | 'partner' | 'tunnel']?: Partial<Settings[S]> };
const edited = ({ shop, partner, tunnel }: Edit) =>
  typed({
    ...DEFAULT_SETTINGS,
    shop: { ...DEFAULT_SETTINGS.shop, ...shop },
    partner: { ...DEFAULT_SETTINGS.partner, ...partner },
    tunnel: { ...DEFAULT_SETTINGS.tunnel, ...tunnel },
  });
const faults = (edit: Edit): string => {
  const checked = edited(edit);
  return checked.ok
    ? 'valid'
    : checked.error.map(({ field, fault }) => `${field ?? ''}: ${fault}`).join(', ');
};

describe('what a person types', () => {
  test('is saved without what was pasted with it', () => {
    const checked = edited({
      shop: { chainId: `https://portal.example/${CHAIN}/api`, vendorId: '“0042”.' },
      partner: { baseUrl: '"https://pedidosya.partner.deliveryhero.io/v2"', clientId: `'almacen-${CHAIN}'` },
      tunnel: {
        publicUrl: 'tienda.example/webhooks/orders',
        ngrok: { domain: 'ngrok http --url=mi-tienda.ngrok-free.app 80' },
        ssh: { ...DEFAULT_SETTINGS.tunnel.ssh, host: 'ssh://servidor.example/', user: '"tienda"' },
      },
    });
    expect(checked).toMatchObject({
      ok: true,
      value: {
        shop: { chainId: CHAIN, vendorId: '0042' },
        partner: {
          baseUrl: 'https://pedidosya.partner.deliveryhero.io',
          clientId: `almacen-${CHAIN}`,
        },
        tunnel: {
          publicUrl: 'https://tienda.example',
          ngrok: { domain: 'mi-tienda.ngrok-free.app' },
          ssh: { host: 'servidor.example', user: 'tienda' },
        },
      },
    });
  });

  test.each([
    [{ shop: { chainId: 'https://portal.pedidosya.com/integrations' } }, 'shop.chainId: no-chain'],
    [{ shop: { chainId: CHAIN.slice(0, 30) } }, 'shop.chainId: cut'],
    [{ shop: { chainId: 'cadena 7' } }, 'shop.chainId: not-an-id'],
    [{ shop: { vendorId: 'https://portal.pedidosya.com/x' } }, 'shop.vendorId: a-page'],
    [{ shop: { vendorId: '480 123' } }, 'shop.vendorId: not-an-id'],
    [{ tunnel: { publicUrl: LINKS.cloudflareTunnels } }, 'tunnel.publicUrl: a-page'],
    [{ tunnel: { ngrok: { domain: LINKS.ngrokDomain } } }, 'tunnel.ngrok.domain: a-page'],
    [{ tunnel: { publicUrl: 'http://tienda.example' } }, 'tunnel.publicUrl: https-needed'],
  ] as const)('%j is refused with the field and what is wrong: %s', (edit, expected) => {
    expect(faults(edit)).toBe(expected);
  });

  test('a file is read as it is', () => {
    const kept = createSettingsCheck('kept')({
      ...DEFAULT_SETTINGS,
      shop: { ...DEFAULT_SETTINGS.shop, chainId: '"x"', vendorId: 'a b' },
    });
    expect(kept).toMatchObject({ ok: true, value: { shop: { chainId: '"x"', vendorId: 'a b' } } });
  });
});

test('no page of a provider is somebody’s public address', () => {
  for (const page of Object.values(LINKS)) expect(isPortalPage(page)).toBe(true);
  expect(isPortalPage('https://mi-tienda.ngrok-free.app')).toBe(false);
  expect(isPortalPage('')).toBe(false);
});
