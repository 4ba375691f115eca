import type { Alert } from '../../../shared/orders/alert.ts';
import { worstPart, type WorstPart } from '../../../shared/health/health-sentence.ts';
import { HEALTH_PARTS, type Health, type HealthPart } from '../../../shared/health/health.ts';

/** Returns the parts that this shop uses. */
export function shownParts(health: Health): readonly WorstPart[] {
  return HEALTH_PARTS.map((part) => ({ part, entry: health[part] })).filter(
    ({ entry }) => entry.code !== 'not-used',
  );
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
