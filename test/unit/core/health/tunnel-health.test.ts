import { describe, expect, test } from 'vitest';
import { tunnelHealth } from '../../../../src/main/core/health/to-health.ts';
import { checkTunnel } from '../../../../src/main/core/address/check.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { TUNNEL_ERROR_CODES } from '../../../../src/shared/tunnel.ts';
import {
  DEFAULT_TUNNEL_SETTINGS,
  type TunnelSettings,
} from '../../../../src/shared/settings/tunnel-settings.ts';
import { TUNNEL_STOPPED } from '../../../fakes/tunnel-status.ts';

test.each([
  ['stopped', null, ['off', 'tunnel-off', null]],
  ['starting', { code: 'timeout', detail: null }, ['off', 'tunnel-unproven', null]],
  ['online', null, ['ok', 'ok', null]],
  [
    'degraded',
    { code: 'http_status', detail: '502' },
    ['degraded', 'tunnel-broken', { kind: 'tunnel', code: 'http_status', detail: '502' }],
  ],
  [
    'offline',
    { code: 'timeout', detail: null },
    ['degraded', 'tunnel-broken', { kind: 'tunnel', code: 'timeout', detail: null }],
  ],
  [
    'failed',
    { code: 'address_changes', detail: 'https://x.example' },
    ['down', 'tunnel-failed', { kind: 'tunnel', code: 'address_changes', detail: 'https://x.example' }],
  ],
] as const)('a tunnel that is %s because of %j shows as %j', (state, error, light) => {
  expect(tunnelHealth({ ...TUNNEL_STOPPED, state, error })).toEqual(light);
});

describe.each(['es', 'en'] as const)('in %s', (language) => {
  const texts = textsFor(language);

  test.each(TUNNEL_ERROR_CODES)(
    '%s has a sentence, says what to do next, and promises the orders',
    (code) => {
      const { sentence, remedy } = texts.tunnel.errors[code](null);
      expect(sentence).toMatch(/^[A-ZÁÉÍÓÚÑ].*\.$/);
      expect(remedy).toMatch(/^[A-ZÁÉÍÓÚÑ].*\.$/);
      const light = texts.health['tunnel-failed']({ kind: 'tunnel', code, detail: null });
      expect(light.sentence).toBe(sentence);
      expect(light.remedy).toContain(texts.tunnel.meanwhile);
    },
  );

  test('a fact with colons in it stays whole, and a reason that is not known has the words of its state', () => {
    const { sentence } = texts.health['tunnel-broken']({
      kind: 'tunnel',
      code: 'address_changes',
      detail: 'https://x.example:8443',
    });
    expect(sentence).toContain('https://x.example:8443');
    expect(texts.health['tunnel-failed'](null)).toEqual(texts.tunnel.states.failed);
  });
});

describe('what is refused before it is begun', () => {
  const ssh = { ...DEFAULT_TUNNEL_SETTINGS.ssh, host: 'h', user: 'u', remoteBind: '80' };
  const missing = (detail: string) => ({ code: 'not_configured', detail });
  test.each<[Partial<TunnelSettings>, unknown]>([
    [{}, null],
    [{ provider: 'own-url' }, missing('publicUrl')],
    [{ provider: 'own-url', publicUrl: 'https://shop.example' }, null],
    [{ provider: 'ngrok' }, missing('domain')],
    [{ provider: 'ngrok', ngrok: { domain: 'a.ngrok-free.app' } }, null],
    [{ provider: 'cloudflared' }, missing('publicUrl')],
    [
      { provider: 'cloudflared', publicUrl: 'https://two-words.trycloudflare.com' },
      { code: 'address_changes', detail: 'two-words.trycloudflare.com' },
    ],
    [{ provider: 'cloudflared', publicUrl: 'https://nottrycloudflare.com' }, null],
    [{ provider: 'ssh', publicUrl: 'https://shop.example' }, missing('host')],
    [{ provider: 'ssh', ssh }, missing('publicUrl')],
    [
      { provider: 'ssh', ssh, publicUrl: 'https://1a2b.lhr.life' },
      { code: 'address_changes', detail: '1a2b.lhr.life' },
    ],
    [{ provider: 'ssh', ssh, publicUrl: 'https://shop.example' }, null],
  ])('%j: %j', (changes, expected) => {
    expect(checkTunnel({ ...DEFAULT_TUNNEL_SETTINGS, ...changes })).toEqual(expected);
  });
});
