import { describe, expect, it } from 'vitest';
import { nextStep, setupSteps, type SetupFacts } from '../../../../src/main/core/setup/steps.ts';
import type { TestVerdict } from '../../../../src/main/core/setup/verdict.ts';
import type { HealthCode } from '../../../../src/shared/health/health.ts';
import {
  DEFAULT_SETTINGS,
  type SecretName,
  type Settings,
} from '../../../../src/shared/settings/settings.ts';
import type { SetupTrouble } from '../../../../src/shared/setup.ts';
import { NO_CASES } from '../../../fakes/setup-view.ts';
import { TUNNEL_STOPPED } from '../../../fakes/tunnel-status.ts';
import { createFakeMostrador, healthOf } from '../../../fakes/mostrador-api.ts';

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
    // Whichever of the two is open, the reason stands there.
    const other = steps[step === 'shop' ? 'key' : 'shop'];
    if (code !== 'keychain-unavailable') expect(other).toEqual({ state: 'unproven', reason: code, at: null });
    expect(other.state).toBe('unproven');
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

describe('the public address', () => {
  const own: Settings = {
    ...SHOP,
    tunnel: { ...SHOP.tunnel, provider: 'own-url', publicUrl: 'https://shop.example' },
  };
  const local: TestVerdict = {
    at: LATER,
    isPassed: true,
    subject: { provider: 'none', address: null, secretSavedAt: null },
  };

  it('is open until somebody has tried how alerts arrive; then asking alone was a choice', () => {
    expect(setupSteps(facts({})).address.reason).toBe('address-undecided');
    const chosen = setupSteps(facts({ lastTest: local }));
    expect([chosen.address.state, chosen.secret.state, chosen.test.state]).toEqual(['off', 'off', 'proven']);
  });

  it.each([
    ['online', null, 'proven'],
    ['starting', null, 'unproven'],
    ['stopped', null, 'unproven'],
    ['offline', 'dns', 'failing'],
    ['failed', 'auth_failed', 'failing'],
    ['degraded', 'timeout', 'failing'],
    ['degraded', 'unverified', 'unproven'],
  ] as const)('that is %s (%s) is %s', (state, code, expected) => {
    const error = code === null ? null : { code, detail: null };
    const tunnel = { ...TUNNEL_STOPPED, provider: 'own-url', state, error } as const;
    expect(setupSteps(facts({ settings: own, tunnel })).address.state).toBe(expected);
  });

  it('stays a choice when a secret is made for later, or when the test did not go well', () => {
    const later = setupSteps(facts({ lastTest: local, kept: ['webhook-secret'] }));
    expect([later.address.state, later.test.reason]).toEqual(['off', 'test-outdated']);
    const failed = setupSteps(facts({ lastTest: { ...local, isPassed: false } }));
    expect([failed.address.state, failed.secret.state, failed.test.state]).toEqual(['off', 'off', 'failing']);
  });
});

it('a test that nothing could pass says what is missing, not that a light is out', () => {
  const subject = { provider: 'none', address: null, secretSavedAt: null } as const;
  const lastTest = { at: LATER, isPassed: false, subject };
  const reasonOf = (told: Parameters<typeof facts>[0]) =>
    setupSteps(facts({ ...told, lastTest })).test.reason;
  expect(reasonOf({ settings: DEFAULT_SETTINGS })).toBe('test-nothing');
  expect(reasonOf({})).toBe('test-nothing');
  expect(reasonOf({ kept: ['partner-token'], partner: 'partner-unauthorized' })).toBe('test-nothing');
  expect(reasonOf({ kept: ['partner-token'], partner: 'ok' })).toBe('test-failing');
});

describe('the test', () => {
  const own: Settings = {
    ...SHOP,
    tunnel: { ...SHOP.tunnel, provider: 'own-url', publicUrl: 'https://shop.example' },
  };
  const passed: TestVerdict = {
    at: LATER,
    isPassed: true,
    subject: { provider: 'own-url', address: 'https://shop.example', secretSavedAt: AT },
  };
  const stepOf = (lastTest: TestVerdict, settings = own) =>
    setupSteps(facts({ settings, kept: ['webhook-secret'], lastTest })).test;

  it('is proven by one that passed with this address and this secret', () => {
    expect(stepOf(passed)).toEqual({ state: 'proven', reason: 'test-proven', at: LATER });
  });

  it('that failed is failing, whenever it was', () => {
    expect(stepOf({ ...passed, isPassed: false })).toEqual({
      state: 'failing',
      reason: 'test-failing',
      at: LATER,
    });
  });

  const others: readonly (readonly [string, Partial<TestVerdict['subject']>])[] = [
    ['address', { address: 'https://other.example' }],
    ['provider', { provider: 'cloudflared' }],
    ['secret', { secretSavedAt: '2026-03-11T12:00:00.000Z' }],
    ['way, straight to this computer', { provider: 'none', address: null }],
  ];
  it.each(others)('of another %s proves nothing, and has not failed either', (_what, other) => {
    const test = { ...passed, subject: { ...passed.subject, ...other } };
    for (const isPassed of [true, false]) {
      expect(stepOf({ ...test, isPassed })).toMatchObject({ state: 'open', reason: 'test-outdated' });
    }
  });
});

describe('the homologation', () => {
  const proof = { code: '1', at: AT, by: 'webhook' } as const;
  it('is proven when every case was seen', () => {
    expect(setupSteps(facts({})).cases.state).toBe('open');
    expect(setupSteps(facts({ cases: { ...NO_CASES, full: proof } })).cases.reason).toBe('cases-some');
    const all: SetupFacts['cases'] = {
      full: proof,
      partial: proof,
      weighed: proof,
      replaced: proof,
      cancelled: proof,
      'get-single': proof,
      'get-list': proof,
    };
    expect(setupSteps(facts({ cases: all })).cases.state).toBe('proven');
  });
});
