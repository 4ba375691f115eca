import type { Fact } from '../../../shared/health/fact.ts';
import type { HealthCode, HealthState, SoundCheck } from '../../../shared/health/health.ts';
import { isCancelled, type RefreshOutcome } from '../../../shared/partner.ts';
import { assertNever } from '../../../shared/result.ts';
import { partnerTrouble } from '../../../shared/texts/errors.ts';
import type { Texts } from '../../../shared/texts/texts.ts';

/** Returns the partner's light after a refresh. */
export function partnerHealth(outcome: RefreshOutcome): [HealthState, HealthCode, Fact | null] {
  if (outcome.ok) return ['ok', 'ok', null];
  const { code, detail } = outcome.error;
  switch (code) {
    case 'not-configured':
      return ['off', 'not-configured', null];
    case 'keychain-unavailable':
    case 'keys-gone':
      return ['down', code, detail];
    case 'rate-limited':
      return ['degraded', 'partner-rate-limited', detail];
    case 'not-found':
      return ['down', outcome.error.isRouteMissing ? 'partner-no-route' : 'partner-not-found', detail];
    case 'unauthorized':
    case 'forbidden':
    case 'offline':
    case 'bad-response':
    case 'no-end':
    case 'blocked':
    case 'certificate':
    case 'proxy':
    case 'key-elsewhere':
      return ['down', `partner-${code}`, detail];
    default:
      return assertNever(code);
  }
}

/** Returns the toast that says what a refresh found. */
export function refreshWords(outcome: RefreshOutcome, texts: Texts): { title: string; body: string } {
  const { alerts } = texts;
  const title = alerts.refreshTitle;
  if (isCancelled(outcome)) return { title, body: `${alerts.stopped.sentence} ${alerts.stopped.remedy}` };
  if (!outcome.ok) {
    const { sentence, remedy } = partnerTrouble(texts, outcome.error);
    return { title, body: `${sentence} ${remedy}` };
  }
  const found = [
    ...(outcome.added > 0 ? [alerts.newOrders(outcome.added)] : []),
    ...(outcome.changed > 0 ? [alerts.changedOrders(outcome.changed)] : []),
  ];
  return { title, body: found.length === 0 ? alerts.noNews : found.join(', ') };
}

/** Returns the toast that says what a sound test found. */
export function soundTestWords(check: SoundCheck, texts: Texts): { title: string; body: string } {
  return { title: texts.sound.testTitle, body: texts.sound.tested(check, texts.health) };
}
