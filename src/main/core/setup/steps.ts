import type { Health, HealthCode } from '../../../shared/health/health.ts';
import type { SettingsView } from '../../../shared/ipc-contract.ts';
import { assertNever } from '../../../shared/result.ts';
import {
  SETUP_CASES,
  SETUP_STEPS,
  type SetupCases,
  type SetupState,
  type SetupStep,
  type SetupStepId,
  type SetupSteps,
  type SetupTrouble,
} from '../../../shared/setup.ts';
import { hasSignIn, isConfigured } from '../../../shared/settings/settings.ts';
import type { TunnelStatus } from '../../../shared/tunnel.ts';
import { countSeen } from './cases.ts';
import { isStillOf, type TestVerdict } from './verdict.ts';

/** What webhook requests show about which secret the platform knows. Times are ISO UTC. */
export type SecretUse = {
  /** The last request with a correct secret; the app's own tests do not count. */
  readonly accepted: { readonly at: string; readonly withPrevious: boolean } | null;
  /**
   * Set when two requests in a row had a wrong secret since the last correct one: the time of the earlier of the last
   * two. A single one, or one without a secret, may come from a stranger.
   */
  readonly refusedAt: string | null;
};

export type SetupFacts = Pick<SettingsView, 'settings' | 'secrets'> & {
  readonly health: Health;
  readonly use: SecretUse;
  readonly tunnel: TunnelStatus;
  /** Also from before the app started; null when there never was one. */
  readonly lastTest: TestVerdict | null;
  readonly cases: SetupCases;
};

/** Returns the state of each step, judged by what has happened and not by what the user clicked. */
export function setupSteps(facts: SetupFacts): SetupSteps {
  return {
    shop: shopStep(facts),
    key: keyStep(facts),
    address: addressStep(facts),
    secret: secretStep(facts),
    test: testStep(facts),
    cases: casesStep(facts),
  };
}

const WANTS: readonly SetupState[] = ['failing', 'open'];

/** Returns the first step that is open or failing; else the first unproven step; else the last step. */
export function nextStep(steps: SetupSteps): SetupStepId {
  return (
    SETUP_STEPS.find((id) => WANTS.includes(steps[id].state)) ??
    SETUP_STEPS.find((id) => steps[id].state === 'unproven') ??
    'cases'
  );
}

/** Errors that blame the shop; docs/partner-api.md, "Errors", says how the platform's errors differ. */
const AGAINST_SHOP: readonly HealthCode[] = ['partner-forbidden', 'partner-not-found', 'partner-no-route'];
const REFUSALS: readonly HealthCode[] = [
  ...AGAINST_SHOP,
  'partner-unauthorized',
  'partner-key-elsewhere',
  'keychain-unavailable',
];
const AGAINST_KEY: Readonly<Record<SetupTrouble, true>> = {
  'partner-unauthorized': true,
  'partner-forbidden': true,
  'partner-not-found': true,
  'partner-no-route': true,
  'partner-rate-limited': true,
  'partner-offline': true,
  'partner-bad-response': true,
  'partner-no-end': true,
  'partner-blocked': true,
  'partner-certificate': true,
  'partner-proxy': true,
  'partner-key-elsewhere': true,
  'keychain-unavailable': true,
};

function shopStep({ settings, secrets, health }: SetupFacts): SetupStep {
  const { chainId, vendorId } = settings.shop;
  const { code, since } = health.partner;
  if (chainId === '' || vendorId === '') return { state: 'open', reason: 'shop-missing', at: null };
  if (isTrouble(code) && AGAINST_SHOP.includes(code)) return { state: 'failing', reason: code, at: since };
  if (isProven(health))
    return { state: 'proven', reason: 'shop-proven', at: health.facts.lastPollAt ?? since };
  // The fault belongs to the key step, but this step also says why nothing is proven.
  const reason = isTrouble(code) && hasSignIn(settings, secrets) ? code : 'shop-unproven';
  return { state: 'unproven', reason, at: null };
}

function keyStep({ settings, secrets, health }: SetupFacts): SetupStep {
  const { code, since, detail } = health.partner;
  if (code === 'keychain-unavailable') return { state: 'failing', reason: code, at: since };
  if (!hasSignIn(settings, secrets)) return { state: 'open', reason: 'key-missing', at: null };
  if (isProven(health)) {
    return { state: 'proven', reason: 'key-proven', at: health.facts.lastPollAt ?? since };
  }
  if (!isTrouble(code)) return { state: 'unproven', reason: 'key-unproven', at: null };
  if (AGAINST_SHOP.includes(code)) return { state: 'unproven', reason: code, at: null };
  return { state: 'failing', reason: code, at: since, ...(detail === null ? {} : { detail }) };
}

/** Returns true when the platform has called with the current secret since it was saved (ISO UTC; null: unknown). */
export function provesCurrent({ accepted }: SecretUse, savedAt: string | null): boolean {
  return accepted !== null && !accepted.withPrevious && (savedAt === null || accepted.at >= savedAt);
}

function secretStep(facts: SetupFacts): SetupStep {
  const { secrets, use } = facts;
  const { present, savedAt } = secrets['webhook-secret'];
  if (!present) {
    return isPollingChosen(facts)
      ? { state: 'off', reason: 'secret-off', at: null }
      : { state: 'open', reason: 'secret-missing', at: null };
  }
  const { refusedAt, accepted } = use;
  const isSince = (at: string | null): at is string => at !== null && (savedAt === null || at >= savedAt);
  const acceptedAt = accepted?.at ?? null;
  if (isSince(refusedAt) && (acceptedAt === null || refusedAt > acceptedAt)) {
    return { state: 'failing', reason: 'secret-refused', at: refusedAt };
  }
  if (!isSince(acceptedAt)) return { state: 'unproven', reason: 'secret-unproven', at: null };
  return accepted?.withPrevious === true
    ? { state: 'unproven', reason: 'secret-previous', at: acceptedAt }
    : { state: 'proven', reason: 'secret-proven', at: acceptedAt };
}

function addressStep(facts: SetupFacts): SetupStep {
  const { settings, tunnel } = facts;
  const at = tunnel.since;
  if (settings.tunnel.provider === 'none') {
    return isPollingChosen(facts)
      ? { state: 'off', reason: 'address-off', at: null }
      : { state: 'open', reason: 'address-undecided', at: null };
  }
  switch (tunnel.state) {
    case 'online':
      return { state: 'proven', reason: 'address-proven', at };
    case 'stopped':
    case 'starting':
      return { state: 'unproven', reason: 'address-starting', at: null };
    case 'degraded':
    case 'offline':
    case 'failed':
      return tunnel.error?.code === 'unverified'
        ? { state: 'unproven', reason: 'address-unverified', at: null }
        : { state: 'failing', reason: 'address-failing', at };
    default:
      return assertNever(tunnel.state);
  }
}

function testStep({ lastTest, ...told }: SetupFacts): SetupStep {
  if (lastTest === null) return { state: 'open', reason: 'test-missing', at: null };
  const { at } = lastTest;
  if (!isStillOf(lastTest, told)) return { state: 'open', reason: 'test-outdated', at };
  if (lastTest.isPassed) return { state: 'proven', reason: 'test-proven', at };
  // A test that did not pass fails this step, even when no light is red.
  return { state: 'failing', reason: canAsk(told) ? 'test-failing' : 'test-nothing', at };
}

function casesStep({ cases }: SetupFacts): SetupStep {
  const seen = countSeen(cases);
  if (seen === 0) return { state: 'open', reason: 'cases-none', at: null };
  return seen === SETUP_CASES.length
    ? { state: 'proven', reason: 'cases-proven', at: null }
    : { state: 'unproven', reason: 'cases-some', at: null };
}

/** Returns false when there is no public address and the shop and key do not allow polling either. */
function canAsk({ settings, secrets, health }: Pick<SetupFacts, 'settings' | 'secrets' | 'health'>): boolean {
  if (settings.tunnel.provider !== 'none') return true;
  return isConfigured(settings, secrets) && !REFUSALS.includes(health.partner.code);
}

/** Every setup begins without a public address. Only a test run without one shows that the user wants none. */
function isPollingChosen({ settings, lastTest }: SetupFacts): boolean {
  return settings.tunnel.provider === 'none' && lastTest?.subject.provider === 'none';
}

/** A slow poll, or one that lacks some past days, still proves shop and key. */
function isProven({ partner, facts }: Health): boolean {
  if (partner.code === 'sync-slow') return facts.lastPollAt !== null;
  return partner.code === 'sync-unread' || (partner.state === 'ok' && partner.code === 'ok');
}

function isTrouble(code: HealthCode): code is SetupTrouble {
  return Object.hasOwn(AGAINST_KEY, code);
}
