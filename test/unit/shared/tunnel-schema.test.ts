import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../src/main/store/settings/read-settings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/shared/settings/settings.ts';
import { publicAddress } from '../../../src/shared/settings/tunnel-settings.ts';
import { check, faultsOf, whole } from './settings-check.ts';

type Tunnel = Settings['tunnel'];
const BASE = DEFAULT_SETTINGS.tunnel;

function saved(changes: Partial<Tunnel>): Tunnel {
  return whole({ ...DEFAULT_SETTINGS, tunnel: { ...BASE, ...changes } }).tunnel;
}
function issue(changes: Readonly<Record<string, unknown>>): string {
  return faultsOf(check({ ...DEFAULT_SETTINGS, tunnel: { ...BASE, ...changes } }));
}
const ssh = (changes: Partial<Tunnel['ssh']>): Partial<Tunnel> => ({ ssh: { ...BASE.ssh, ...changes } });

describe('the section of the tunnel', () => {
  test('a file that knows only provider and address is read as before', () => {
    const { settings, reset } = readSettings({
      tunnel: { provider: 'own-url', publicUrl: 'https://tienda.example' },
    });
    expect(reset).toEqual([]);
    expect(settings.tunnel).toEqual({ ...BASE, provider: 'own-url', publicUrl: 'https://tienda.example' });
  });

  test('an address pasted with the path of the webhook is kept without it', () => {
    expect(saved({ publicUrl: ' https://tienda.example/webhooks/orders/ ' }).publicUrl).toBe(
      'https://tienda.example',
    );
  });

  test('plain http is taken only on this computer', () => {
    expect(issue({ publicUrl: 'http://127.0.0.1:8080' })).toBe('valid');
    expect(issue({ publicUrl: 'http://tienda.example' })).toBe('tunnel.publicUrl: https-needed');
  });

  test('a domain of ngrok is kept as a bare name', () => {
    expect(saved({ ngrok: { domain: 'https://Tienda.ngrok-free.app/' } }).ngrok.domain).toBe(
      'tienda.ngrok-free.app',
    );
  });

  test.each(['8080', '127.0.0.1:8080', '*:80', '/home/shop/m.sock', ''])(
    'the server may listen on %j',
    (remoteBind) => {
      expect(saved(ssh({ remoteBind })).ssh.remoteBind).toBe(remoteBind);
    },
  );

  test.each([
    [{ ngrok: { domain: 'no domain' } }, 'tunnel.ngrok.domain: not-a-domain'],
    [ssh({ host: 'shop@server' }), 'tunnel.ssh.host: not-a-host'],
    [ssh({ user: 'a b' }), 'tunnel.ssh.user: not-a-user'],
    [ssh({ port: 0 }), 'tunnel.ssh.port: too_small'],
    [ssh({ remoteBind: '0' }), 'tunnel.ssh.remoteBind: not-a-bind'],
    [ssh({ remoteBind: '70000' }), 'tunnel.ssh.remoteBind: not-a-bind'],
    [ssh({ remoteBind: 'home/m.sock' }), 'tunnel.ssh.remoteBind: not-a-bind'],
    [ssh({ hostKey: 'MD5:aa:bb' }), 'tunnel.ssh.hostKey: not-a-fingerprint'],
    [ssh({ urlPattern: 'https://(' }), 'tunnel.ssh.urlPattern: not-a-pattern'],
    [{ cloudflared: { executable: 'x'.repeat(501) } }, 'tunnel.cloudflared.executable: too-long'],
  ])('%j is refused with the field and a code', (changes, expected) => {
    expect(issue(changes)).toBe(expected);
  });
});

test.each([
  [{}, null],
  [{ provider: 'own-url' }, null],
  [{ provider: 'own-url', publicUrl: 'https://a.example' }, 'https://a.example'],
  [{ provider: 'ssh', publicUrl: 'https://a.example' }, 'https://a.example'],
  [{ provider: 'ngrok', publicUrl: 'https://a.example' }, null],
  [{ provider: 'ngrok', ngrok: { domain: 'b.ngrok-free.app' } }, 'https://b.ngrok-free.app'],
] as const)('the address for the portal of %j is %j', (changes, address) => {
  expect(publicAddress({ ...BASE, ...changes })).toBe(address);
});
