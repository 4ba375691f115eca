import { expect, test } from 'vitest';
import { checkTunnel } from '../../../../src/main/core/address/check.ts';
import {
  DEFAULT_TUNNEL_SETTINGS,
  type TunnelSettings,
} from '../../../../src/shared/settings/tunnel-settings.ts';

const ssh = { ...DEFAULT_TUNNEL_SETTINGS.ssh, host: 'h', user: 'u', remoteBind: '80' };
const publicUrl = 'https://shop.example';
const missing = (detail: string) => ({ code: 'not_configured', detail });
const changes = (detail: string) => ({ code: 'address_changes', detail });

test.each<[Partial<TunnelSettings>, unknown]>([
  [{}, null],
  [{ provider: 'own-url' }, missing('publicUrl')],
  [{ provider: 'own-url', publicUrl }, null],
  [{ provider: 'own-url', publicUrl: 'https://lhr.life/x' }, changes('lhr.life')],
  [{ provider: 'ngrok' }, missing('domain')],
  [{ provider: 'ngrok', ngrok: { domain: 'a.ngrok-free.app' } }, null],
  [{ provider: 'cloudflared' }, missing('publicUrl')],
  [
    { provider: 'cloudflared', publicUrl: 'https://two-words.trycloudflare.com' },
    changes('two-words.trycloudflare.com'),
  ],
  [{ provider: 'cloudflared', publicUrl: 'https://nottrycloudflare.com' }, null],
  [{ provider: 'ssh', publicUrl }, missing('host')],
  [{ provider: 'ssh', ssh: { ...ssh, user: '' }, publicUrl }, missing('user')],
  [{ provider: 'ssh', ssh: { ...ssh, remoteBind: '' }, publicUrl }, missing('remoteBind')],
  [{ provider: 'ssh', ssh }, missing('publicUrl')],
  [{ provider: 'ssh', ssh, publicUrl: 'https://1a2b.lhr.life' }, changes('1a2b.lhr.life')],
  [{ provider: 'ssh', ssh, publicUrl }, null],
])('%j cannot be started because of %j', (changed, expected) => {
  expect(checkTunnel({ ...DEFAULT_TUNNEL_SETTINGS, ...changed })).toEqual(expected);
});

test.each(['trycloudflare.com', 'lhr.life', 'lhr.rocks', 'loca.lt', 'free.pinggy.link'])(
  'a name of %s, which is another at every start, is refused; one that only ends like it is not',
  (name) => {
    const check = (url: string) =>
      checkTunnel({ ...DEFAULT_TUNNEL_SETTINGS, provider: 'own-url', publicUrl: url });
    expect(check(`https://a.${name}`)).toEqual(changes(`a.${name}`));
    expect(check(`https://a${name}`)).toBeNull();
    expect(check(`https://${name}.example`)).toBeNull();
  },
);
