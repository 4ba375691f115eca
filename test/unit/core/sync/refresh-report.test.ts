import { describe, expect, test } from 'vitest';
import {
  partnerHealth,
  refreshWords,
  soundTestWords,
} from '../../../../src/main/core/sync/refresh-report.ts';
import type { SoundCheck } from '../../../../src/shared/health/health.ts';
import {
  CANCELLED,
  PARTNER_ERROR_CODES,
  type PartnerError,
  type RefreshOutcome,
} from '../../../../src/shared/partner.ts';
import { partnerTrouble } from '../../../../src/shared/texts/errors.ts';
import { textsFor } from '../../../../src/shared/texts/texts.ts';
import { NOON } from '../../../fakes/fixed-clock.ts';

const es = textsFor('es');
const failed = (code: PartnerError['code'], more: Partial<PartnerError> = {}): RefreshOutcome => ({
  ok: false,
  at: NOON,
  error: { code, status: null, detail: 'why', retryAfterMs: null, isRouteMissing: false, ...more },
});
const found = (added: number, changed: number): RefreshOutcome => ({
  ok: true,
  at: NOON,
  read: 9,
  added,
  changed,
});

describe('the light of PedidosYa', () => {
  test('is green after an answer, and off while nothing is set up', () => {
    expect(partnerHealth(found(1, 0))).toEqual(['ok', 'ok', null]);
    expect(partnerHealth(failed('not-configured'))).toEqual(['off', 'not-configured', null]);
  });

  test('is yellow when it asks to wait', () => {
    expect(partnerHealth(failed('rate-limited'))).toEqual(['degraded', 'partner-rate-limited', 'why']);
  });

  test('says a missing key by its own name, and an address that does not exist apart from a shop that does not', () => {
    expect(partnerHealth(failed('keys-gone'))).toEqual(['down', 'keys-gone', 'why']);
    expect(partnerHealth(failed('keychain-unavailable'))).toEqual(['down', 'keychain-unavailable', 'why']);
    expect(partnerHealth(failed('not-found'))).toEqual(['down', 'partner-not-found', 'why']);
    const noRoute = failed('not-found', { isRouteMissing: true });
    expect(partnerHealth(noRoute)).toEqual(['down', 'partner-no-route', 'why']);
  });

  test('is red for every other failure, with a code that the texts know', () => {
    for (const code of PARTNER_ERROR_CODES) {
      const [state, health, detail] = partnerHealth(failed(code));
      if (code !== 'not-configured' && code !== 'rate-limited')
        expect([state, detail]).toEqual(['down', 'why']);
      expect(es.health[health]).toBeTypeOf('function');
    }
  });
});

describe('the toast of a refresh', () => {
  const bodyOf = (outcome: RefreshOutcome): string => {
    const { title, body } = refreshWords(outcome, es);
    expect(title).toBe(es.alerts.refreshTitle);
    return body;
  };

  test('counts what is new and what changed, and names only what there is', () => {
    expect(bodyOf(found(2, 1))).toBe(`${es.alerts.newOrders(2)}, ${es.alerts.changedOrders(1)}`);
    expect(bodyOf(found(0, 3))).toBe(es.alerts.changedOrders(3));
    expect(bodyOf(found(1, 0))).toBe(es.alerts.newOrders(1));
    expect(bodyOf(found(0, 0))).toBe(es.alerts.noNews);
  });

  test('says what failed and what to do, and that a stopped one was stopped', () => {
    const offline = failed('offline');
    if (offline.ok) throw new Error('it failed');
    const { sentence, remedy } = partnerTrouble(es, offline.error);
    expect(bodyOf(offline)).toBe(`${sentence} ${remedy}`);
    const { stopped } = es.alerts;
    expect(bodyOf({ ok: false, at: NOON, error: CANCELLED })).toBe(`${stopped.sentence} ${stopped.remedy}`);
  });
});

test('the toast of a sound test says what it found', () => {
  const check: SoundCheck = { state: 'ok', code: 'ok', detail: null, isSystemKnown: true };
  expect(soundTestWords(check, es)).toEqual({
    title: es.sound.testTitle,
    body: es.sound.tested(check, es.health),
  });
});
