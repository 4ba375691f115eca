import { describe, expect, it } from 'vitest';
import { nextStep, setupSteps, type SetupFacts } from '../../../src/main/core/setup-steps.ts';
import type { HealthCode } from '../../../src/shared/health.ts';
import { DEFAULT_SETTINGS, type SecretName, type Settings } from '../../../src/shared/settings.ts';
import type { SetupTrouble } from '../../../src/shared/setup.ts';
import { NO_CASES } from '../../fakes/setup-view.ts';
import { TUNNEL_STOPPED } from '../../fakes/tunnel-status.ts';
import { createFakeMostrador, healthOf } from '../../fakes/mostrador-api.ts';

const AT = '2026-03-12T12:00:00.000Z';
const LATER = '2026-03-12T13:00:00.000Z';
const SHOP: Settings = {
  ...DEFAULT_SETTINGS,
  shop: { ...DEFAULT_SETTINGS.shop, chainId: 'c', vendorId: 'v' },
};

function facts(
  change: Partial<SetupFacts> & { readonly kept?: readonly SecretName[]; readonly partner?: HealthCode },
): SetupFacts {
  const { secrets } = createFakeMostrador().main;
  for (const name of ['partner-token', 'webhook-secret', 'webhook-secret-previous'] as const) {
    const present = change.kept?.includes(name) === true;
    secrets[name] = { present, last4: null, savedAt: present ? AT : null };
  }
  const code = change.partner ?? 'not-configured';
  const state = code === 'ok' ? 'ok' : code === 'not-configured' ? 'off' : 'down';
  return {
    settings: SHOP,
    secrets,
    health: { ...healthOf(), partner: { state, code, since: AT, detail: null } },
    use: { accepted: null, refusedAt: null },
    tunnel: TUNNEL_STOPPED,
    lastTest: null,
    test: null,
    cases: NO_CASES,
    ...change,
  };
}

describe('an empty profile', () => {
  it('has everything open and begins with the shop', () => {
    const steps = setupSteps(facts({ settings: DEFAULT_SETTINGS }));
    expect(Object.values(steps).map(({ state }) => state)).toEqual([
      'open',
      'open',
      'open',
      'open',
      'open',
      'open',
    ]);
    expect(nextStep(steps)).toBe('shop');
  });

  it('goes on with the key once the shop is noted, without calling it proven', () => {
    const steps = setupSteps(facts({}));
    expect(steps.shop).toMatchObject({ state: 'unproven', reason: 'shop-unproven' });
    expect(nextStep(steps)).toBe('key');
  });
});

describe('shop and key', () => {
  it('are proven by the answer of the platform, and by nothing else', () => {
    const saved = setupSteps(facts({ kept: ['partner-token'], partner: 'starting' }));
    expect([saved.shop.state, saved.key.state]).toEqual(['unproven', 'unproven']);
    const answered = setupSteps(facts({ kept: ['partner-token'], partner: 'ok' }));
    expect([answered.shop.state, answered.key.state]).toEqual(['proven', 'proven']);
  });

  const blame: readonly (readonly [SetupTrouble, 'shop' | 'key'])[] = [
    ['partner-unauthorized', 'key'],
    ['partner-forbidden', 'shop'],
    ['partner-not-found', 'shop'],
    ['partner-no-route', 'shop'],
    ['partner-offline', 'key'],
    ['partner-rate-limited', 'key'],
    ['partner-bad-response', 'key'],
    ['keychain-unavailable', 'key'],
  ];
  it.each(blame)('%s fails the step where it can be put right: %s', (code, step) => {
    const steps = setupSteps(facts({ kept: ['partner-token'], partner: code }));
    expect(steps[step]).toEqual({ state: 'failing', reason: code, at: AT });
    expect(steps[step === 'shop' ? 'key' : 'shop'].state).toBe('unproven');
    expect(nextStep(steps)).toBe(step);
  });
});

describe('the webhook secret', () => {
  const kept = ['partner-token', 'webhook-secret'] as const;
  const stepOf = (use: SetupFacts['use']) => setupSteps(facts({ kept, partner: 'ok', use })).secret;

  it('is not proven by being made', () => {
    expect(stepOf({ accepted: null, refusedAt: null }).reason).toBe('secret-unproven');
  });

  it('is proven by a webhook that came with it after it was made', () => {
    expect(stepOf({ accepted: { at: LATER, withPrevious: false }, refusedAt: null })).toEqual({
      state: 'proven',
      reason: 'secret-proven',
      at: LATER,
    });
    const before = { at: '2026-03-12T11:59:59.000Z', withPrevious: false };
    expect(stepOf({ accepted: before, refusedAt: null }).state).toBe('unproven');
  });

  it('is not proven while the platform sends the one before', () => {
    expect(stepOf({ accepted: { at: LATER, withPrevious: true }, refusedAt: null }).reason).toBe(
      'secret-previous',
    );
  });

  it('fails on a later request with another secret, and heals with the next right one', () => {
    const accepted = { at: AT, withPrevious: false };
    expect(stepOf({ accepted, refusedAt: LATER })).toMatchObject({
      state: 'failing',
      reason: 'secret-refused',
    });
    expect(stepOf({ accepted: { at: LATER, withPrevious: false }, refusedAt: AT }).state).toBe('proven');
  });
});
