import { describe, expect, test } from 'vitest';
import { tunnelHealth } from '../../../../src/main/core/health/to-health.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { TUNNEL_ERROR_CODES } from '../../../../src/shared/tunnel.ts';
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
