import type { Random } from '../../../src/simulator/orders/random.ts';
import type { At, Mishap, Step, Traced } from './mishaps.ts';

export type Tally = {
  readonly job: string;
  readonly mishap: Mishap;
  readonly tried: number;
  /** Mishaps that fell into the work, as the trace shows. */
  readonly hits: number;
  /** How many system calls of the work there are to choose from. */
  readonly steps: number;
  readonly findings: readonly string[];
};

/** Some steps, one from each stretch of the work. */
export function choose(steps: readonly Step[], count: number | null, random: Random): readonly Step[] {
  if (count === null || count >= steps.length) return steps;
  const stretch = steps.length / count;
  return Array.from({ length: count }, (_, index) => {
    const step = steps[Math.floor((index + random.next()) * stretch)];
    if (step === undefined) throw new Error('There is no such step');
    return step;
  });
}

export type Attempt = (at: At) => Promise<{ readonly isHit: boolean; readonly findings: readonly string[] }>;

/** Several threads do not always make their calls in the same order. */
const TRIES = 3;

/** Attempts a mishap at each of these steps, again where it missed the work. */
export async function tallyOf({
  job,
  mishap,
  steps,
  whole,
  attempt,
}: {
  readonly job: string;
  readonly mishap: Mishap;
  readonly steps: readonly Step[];
  readonly whole: Traced;
  readonly attempt: Attempt;
}): Promise<Tally> {
  const findings: string[] = [];
  let tried = 0;
  let hits = 0;
  for (const step of steps) {
    let isHit = false;
    for (let left = TRIES; left > 0 && !isHit; left -= 1) {
      const result = await attempt({ mishap, step, whole });
      ({ isHit } = result);
      tried += 1;
      const where = `${job}, ${mishap} at ${step.call} ${String(step.count)} (${step.text})`;
      findings.push(...result.findings.map((what) => `${where}: ${what}`));
    }
    if (isHit) hits += 1;
  }
  return { job, mishap, tried, hits, steps: whole.steps.length, findings };
}

/** Returns a line for people, and one for each finding. */
export function describeTally({ job, mishap, tried, hits, steps, findings }: Tally): string {
  const line = `${job.padEnd(22)} ${mishap.padEnd(18)} ${String(tried)} tried, ${String(hits)} hit, of ${String(steps)} calls`;
  return [line, ...findings.map((one) => `  ${one}`)].join('\n');
}
