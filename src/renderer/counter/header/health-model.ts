import { own } from '../../../shared/own.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import type { Alert } from '../../../shared/orders/alert.ts';
import { worstPart, type WorstPart } from '../../../shared/health/health-sentence.ts';
import {
  HEALTH_PARTS,
  type Health,
  type HealthEntry,
  type HealthPart,
} from '../../../shared/health/health.ts';

/** Returns the parts that this shop uses. */
export function shownParts(health: Health): readonly WorstPart[] {
  return HEALTH_PARTS.map((part) => ({ part, entry: health[part] })).filter(
    ({ entry }) => entry.code !== 'not-used',
  );
}

/** Returns the state of a part in a word or two. Whether a shop is open is no matter of working or not. */
export function stateWords({ code, state }: HealthEntry, texts: Texts): string {
  const states: Readonly<Record<string, string>> = texts.outlet.states;
  return own(states, code) ?? texts.orders.healthStates[state];
}

/** Returns the trouble that the banner tells; null without one, or when the strip of an outage tells it. */
export function bannerPart(health: Health | null, alerts: readonly Alert[]): WorstPart | null {
  const worst = health === null ? null : worstPart(health);
  return worst?.part === 'partner' && isOutageTold(alerts) ? null : worst;
}

/** Returns the parts whose trouble stands above the list, in the banner or in the strip of an outage. */
export function partsTold(health: Health, alerts: readonly Alert[]): readonly HealthPart[] {
  const told = bannerPart(health, alerts);
  return [...(told === null ? [] : [told.part]), ...(isOutageTold(alerts) ? (['partner'] as const) : [])];
}

function isOutageTold(alerts: readonly Alert[]): boolean {
  return alerts.some((alert) => alert.kind === 'connection');
}
