import type { Finding, FindingKind } from './ledger.ts';
import type { KillSummary } from './kill-cycles.ts';

const SHOWN_FINDINGS = 20;

/** Nothing was found wrong, and there was something to find. */
export function isClean({ findings, answered, found, alertsExpected, alertsFound }: KillSummary): boolean {
  return findings.length === 0 && found === answered && alertsFound === alertsExpected && found > 0;
}

/** The figures of a run for people, and what was found. */
export function describeSummary(summary: KillSummary): string {
  const { subject, cycles, seed, posted, answers, answered, found, findings } = summary;
  const count = (...kinds: readonly FindingKind[]): number =>
    findings.filter(({ kind }) => kinds.includes(kind)).length;
  const rows: readonly (readonly [string, string])[] = [
    ['webhooks sent', figure(posted)],
    ['answered 200', `${figure(answers)}, for ${figure(answered)} different messages`],
    ['found in the store', `${figure(found)} of ${figure(answered)}`],
    ['alerts found', `${figure(summary.alertsFound)} of ${figure(summary.alertsExpected)}`],
    ['alerts missing', figure(count('missing-alert'))],
    ['alerts acknowledged', figure(summary.acknowledged)],
    ['rang twice', figure(count('rang-twice'))],
    ['anything else', figure(count('wrong-state', 'damaged-store', 'refused'))],
    ['seconds', figure(Math.round(summary.seconds))],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `The ${subject} was killed and started again ${figure(cycles)} times (seed ${String(seed)})`,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ...findings.slice(0, SHOWN_FINDINGS).map(describeFinding),
  ].join('\n');
}

/** One finding for people. */
export function describeFinding({ cycle, kind, text }: Finding): string {
  return `  cycle ${String(cycle)}, ${kind}: ${text}`;
}

function figure(value: number): string {
  return value.toLocaleString('en-US');
}
