import { describe, expect, it } from 'vitest';
import { isPassed, judgeTest, type TestFacts } from '../../../../src/main/core/setup/test-facts.ts';
import type { PartnerError } from '../../../../src/shared/partner.ts';
import type { SetupTest, TestLightId } from '../../../../src/shared/setup.ts';
import { healthOf } from '../../../fakes/mostrador-api.ts';

const GOOD: TestFacts = {
  at: '2026-03-12T12:00:00.000Z',
  path: 'public',
  hasSecret: true,
  hasAddress: true,
  reply: { ok: true, status: 200, ms: 84 },
  hasArrived: true,
  direct: null,
  lastWebhookAt: null,
  check: { ok: true, orders: 3, ms: 120, shop: null },
  health: healthOf(),
  sound: { state: 'ok', code: 'ok', detail: null, isSystemKnown: true },
  toast: { state: 'ok', code: 'ok' },
};
const judge = (change: Partial<TestFacts>): SetupTest => judgeTest({ ...GOOD, ...change });
const states = ({ lights }: SetupTest): readonly string[] => [
  lights.partner.state,
  lights.tunnel.state,
  lights.computer.state,
  lights.sound.state,
];
const whyOf = (test: SetupTest, id: TestLightId): string | null => {
  const { why } = test.lights[id];
  return why === null ? null : why.kind === 'tunnel' ? why.error.code : why.code;
};
const failedCheck = (code: PartnerError['code']): TestFacts['check'] => ({
  ok: false,
  error: { code, status: null, detail: null, retryAfterMs: null, isRouteMissing: false },
});
const LOST = { reply: { ok: false, error: { code: 'timeout', detail: null } }, hasArrived: false } as const;
const DIRECT = { reply: { ok: true, status: 200, ms: 2 }, hasArrived: true } as const;

it('lights all four when the webhook went all the way, and tells the round trip', () => {
  const test = judge({});
  expect(states(test)).toEqual(['ok', 'ok', 'ok', 'ok']);
  expect([test.ms, test.lights.tunnel.ms, test.lights.partner.ms]).toEqual([84, 84, 120]);
  expect(test.inboundAt).toBeNull();
  expect(isPassed(test)).toBe(true);
});

it('without a public address the tunnel is not needed, and the test has passed', () => {
  const test = judge({ path: 'local', reply: { ok: true, status: 200, ms: 2 } });
  expect(states(test)).toEqual(['ok', 'off', 'ok', 'ok']);
  expect(test.lights.computer.ms).toBe(2);
  expect(isPassed(test)).toBe(true);
});

it('has not passed with nothing configured, nor when the only path answers no', () => {
  const nothing = {
    path: 'local',
    hasSecret: false,
    hasAddress: false,
    reply: null,
    hasArrived: false,
  } as const;
  const unset = judge({ ...nothing, check: failedCheck('not-configured') });
  expect(states(unset)).toEqual(['off', 'off', 'off', 'ok']);
  expect(isPassed(unset)).toBe(false);
  for (const code of ['unauthorized', 'forbidden', 'not-found', 'bad-response'] as const) {
    const refused = judge({ ...nothing, check: failedCheck(code) });
    expect(isPassed(refused)).toBe(false);
  }
  expect(isPassed(judge({ ...nothing }))).toBe(true);
});

describe('a webhook that got lost', () => {
  it('darkens the tunnel only, when this computer takes one directly', () => {
    const test = judge({ ...LOST, direct: DIRECT });
    expect(states(test)).toEqual(['ok', 'failed', 'ok', 'ok']);
    expect(whyOf(test, 'tunnel')).toBe('timeout');
    expect(isPassed(test)).toBe(false);
  });

  it('darkens this computer too, with what the receiver says of itself, when that fails as well', () => {
    const receiver = {
      state: 'down',
      code: 'receiver-port-in-use',
      since: GOOD.at,
      detail: { kind: 'port', port: 4765, owner: null, suggested: null },
    } as const;
    const test = judge({ ...LOST, direct: LOST, health: { ...healthOf(), receiver } });
    expect(states(test)).toEqual(['ok', 'failed', 'failed', 'ok']);
    expect(whyOf(test, 'computer')).toBe('receiver-port-in-use');
  });

  it.each([
    [200, 'wrong_endpoint'],
    [404, 'wrong_endpoint'],
    [401, 'wrong_endpoint'],
    [502, 'http_status'],
  ])('and was answered %i by somebody else: %s', (status, code) => {
    const test = judge({ reply: { ok: true, status, ms: 9 }, hasArrived: false, direct: DIRECT });
    expect(whyOf(test, 'tunnel')).toBe(code);
  });

  it('only on its way back is told apart', () => {
    expect(whyOf(judge({ reply: { ok: true, status: 504, ms: 9 } }), 'tunnel')).toBe('reply_lost');
  });
});

describe('an address by which this computer cannot reach itself', () => {
  const reply = { ok: false, error: { code: 'unverified', detail: null } } as const;
  const lost = { reply, hasArrived: false, direct: DIRECT } as const;

  it('is lit by a webhook of the platform in the last quarter of an hour, and says so', () => {
    const lastWebhookAt = '2026-03-12T11:46:00.000Z';
    const test = judge({ ...lost, lastWebhookAt });
    expect(states(test)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect([test.inboundAt, test.ms, test.lights.tunnel.ms]).toEqual([lastWebhookAt, null, null]);
    expect(isPassed(test)).toBe(true);
  });

  it.each([null, '2026-03-12T11:44:00.000Z', '2026-03-12T12:16:00.000Z', '2031-01-01T00:00:00.000Z'])(
    'is not lit by the last one at %s',
    (lastWebhookAt) => {
      const test = judge({ ...lost, lastWebhookAt });
      expect([test.lights.tunnel.state, whyOf(test, 'tunnel')]).toEqual(['failed', 'unverified']);
      expect(test.inboundAt).toBeNull();
    },
  );

  it('is not lit by a webhook when something else is wrong', () => {
    const test = judge({ ...LOST, direct: DIRECT, lastWebhookAt: '2026-03-12T11:59:00.000Z' });
    expect(whyOf(test, 'tunnel')).toBe('timeout');
  });
});

describe('without a secret', () => {
  const none = { hasSecret: false, reply: null, hasArrived: false };
  it('whoever only asks needs no receiver', () => {
    expect(states(judge({ ...none, path: 'local' }))).toEqual(['ok', 'off', 'off', 'ok']);
  });
  it('whoever wants to be called does', () => {
    expect(states(judge(none))).toEqual(['ok', 'off', 'failed', 'ok']);
  });
});

it('an address that is not filled in is the tunnel’s fault', () => {
  const test = judge({ hasAddress: false, reply: null, hasArrived: false, direct: DIRECT });
  expect([whyOf(test, 'tunnel'), test.lights.computer.state]).toEqual(['not_configured', 'ok']);
});

describe('PedidosYa', () => {
  it.each([
    ['unauthorized', 'partner-unauthorized'],
    ['forbidden', 'partner-forbidden'],
    ['not-found', 'partner-not-found'],
    ['rate-limited', 'partner-rate-limited'],
    ['offline', 'partner-offline'],
    ['key-elsewhere', 'partner-key-elsewhere'],
    ['keychain-unavailable', 'keychain-unavailable'],
  ] as const)('that says %s does not answer as it has to: %s', (code, why) => {
    const test = judge({ check: failedCheck(code) });
    expect([test.lights.partner.state, whyOf(test, 'partner')]).toEqual(['failed', why]);
    expect(isPassed(test)).toBe(false);
  });

  it('is not judged while nobody can be asked', () => {
    const test = judge({ path: 'local', check: failedCheck('not-configured') });
    expect([test.lights.partner.state, isPassed(test)]).toEqual(['off', false]);
  });
});

it('a notification that the desktop did not show fails with its reason', () => {
  const test = judge({ toast: { state: 'degraded', code: 'toasts-missing' } });
  expect([test.lights.toasts.state, whyOf(test, 'toasts'), isPassed(test)]).toEqual([
    'failed',
    'toasts-missing',
    false,
  ]);
});

it('a sound that would not be heard fails with its reason', () => {
  const sound = {
    state: 'down',
    code: 'sound-no-device',
    detail: null,
    isSystemKnown: true,
  } as const;
  const test = judge({ sound });
  expect([test.lights.sound.state, whyOf(test, 'sound')]).toEqual(['failed', 'sound-no-device']);
});
