import { HEALTH_PARTS, type Health, type HealthEntry, type HealthPart } from '../../shared/health.ts';

const WEIGHT = { off: 0, ok: 1, degraded: 2, down: 3 } as const;

export type WorstPart = { readonly part: HealthPart; readonly entry: HealthEntry };

/** The part that is worst off; the first of the fixed order when several are. null when nothing is wrong. */
export function worstPart(health: Health): WorstPart | null {
  let worst: WorstPart | null = null;
  for (const part of HEALTH_PARTS) {
    const entry = health[part];
    if (WEIGHT[entry.state] < WEIGHT.degraded) continue;
    if (worst === null || WEIGHT[entry.state] > WEIGHT[worst.entry.state]) worst = { part, entry };
  }
  return worst;
}

/** True while the app has not heard from PedidosYa yet, so that "all well" would be a promise without proof. */
export function isStarting(health: Health): boolean {
  return health.partner.code === 'starting' || health.store.code === 'starting';
}

/** Parts that a person can be told something about. */
export function shownParts(health: Health): readonly WorstPart[] {
  return HEALTH_PARTS.map((part) => ({ part, entry: health[part] })).filter(
    ({ entry }) => entry.code !== 'not-used',
  );
}
