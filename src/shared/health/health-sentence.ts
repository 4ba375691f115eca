import { HEALTH_PARTS, type Health, type HealthEntry, type HealthPart } from './health.ts';
import type { Texts } from '../texts/texts.ts';

const WEIGHT = { off: 0, ok: 1, degraded: 2, down: 3 } as const;

export type WorstPart = { readonly part: HealthPart; readonly entry: HealthEntry };

/** Returns the part in the worst state; of several, the first in the fixed order; null when nothing is wrong. */
export function worstPart(health: Health): WorstPart | null {
  let worst: WorstPart | null = null;
  for (const part of HEALTH_PARTS) {
    const entry = health[part];
    if (WEIGHT[entry.state] < WEIGHT.degraded) continue;
    if (worst === null || WEIGHT[entry.state] > WEIGHT[worst.entry.state]) worst = { part, entry };
  }
  return worst;
}

/**
 * Returns the health of the app in one sentence: what is wrong, or the proof that nothing is. Without a proof it does
 * not say that all is well.
 */
export function healthSentence(
  health: Health,
  {
    nowMs,
    clock,
    texts,
  }: {
    /** Milliseconds since the epoch. */
    readonly nowMs: number;
    /** Formats a time in the shop's time zone. */
    readonly clock: (iso: string) => string;
    readonly texts: Texts;
  },
): string {
  const worst = worstPart(health);
  if (worst !== null) return texts.health[worst.entry.code](worst.entry.detail).sentence;
  const { partner, facts } = health;
  if (partner.state !== 'ok' || facts.lastPollAt === null) {
    return texts.health[partner.code === 'ok' ? 'starting' : partner.code](partner.detail).sentence;
  }
  const proof = texts.proof;
  return [
    proof.allWell,
    proof.lastPoll(Math.max(0, Math.floor((nowMs - Date.parse(facts.lastPollAt)) / 1000))),
    facts.lastWebhookAt === null ? proof.noWebhook : proof.lastWebhook(clock(facts.lastWebhookAt)),
  ].join(' · ');
}
