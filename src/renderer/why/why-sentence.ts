import { assertNever } from '../../shared/result.ts';
import { initialsIn } from '../../shared/settings/hands.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { Delay, WhyAnswer, WhyEnd, WhyVerdict } from '../../shared/orders/why.ts';
import type { Times } from '../times.ts';

type Words = {
  readonly texts: Texts;
  /** "a las 14:05", "el 12/03 a las 14:05". */
  readonly spoken: (iso: string) => string;
  /** "14:05", "12/03 14:05". */
  readonly clock: (iso: string) => string;
};

/** Returns in one sentence what happened to an order. */
export function whySentence(
  { code, story }: Pick<WhyAnswer, 'code' | 'story'>,
  { texts, times, nowMs }: { readonly texts: Texts; readonly times: Times; readonly nowMs: number },
): string {
  const { why } = texts;
  const today = times.day(new Date(nowMs).toISOString());
  const words: Words = {
    texts,
    spoken: (iso) =>
      times.day(iso) === today ? why.atClock(times.clock(iso)) : why.onDay(times.day(iso), times.clock(iso)),
    clock: (iso) => times.clockOrDay(iso, nowMs),
  };
  const arrived =
    story.arrived === null
      ? []
      : [
          why.arrived(words.spoken(story.arrived.at), story.arrived.source) +
            (story.cameCancelled ? `, ${why.cameCancelled}` : '') +
            delayPart(story.delay, words),
        ];
  const parts = [
    ...arrived,
    ...verdictParts(story.verdict, words),
    ...(story.end === null ? [] : [endPart(story.end, words)]),
    ...(story.repeats === null ? [] : [why.repeats(story.repeats.count, words.spoken(story.repeats.lastAt))]),
  ];
  return `${why.subject(code)} ${joined(parts, why.and)}.`;
}

function verdictParts(verdict: WhyVerdict, { texts, spoken, clock }: Words): readonly string[] {
  const { why, orders } = texts;
  switch (verdict.kind) {
    case 'rang': {
      const say = verdict.isHeard === null ? why.shown : why.rang;
      return [say(spoken(verdict.at), verdict.alert)];
    }
    case 'silenced':
      return [why.silenced(spoken(verdict.at), verdict.alert, verdict.by)];
    case 'not-shown':
      return [why.notShown];
    case 'ready-too-long-ago':
      return [verdict.since === null ? why.madeTooLongAgo : why.readyTooLongAgo(spoken(verdict.since))];
    case 'cancelled-too-long-ago':
      return [why.cancelledTooLongAgo];
    case 'already-left':
      return [why.alreadyLeft];
    case 'handed-over-before':
      return [why.handedOverBefore(spoken(verdict.at))];
    case 'not-ready': {
      const { status, statusText } = verdict;
      return [why.notReady(status === 'UNKNOWN' ? statusText : orders.status[status])];
    }
    case 'other-shop':
      return [why.otherShop(spoken(verdict.at))];
    case 'rejected':
      return [why.noRecord, why.hereRejected(spoken(verdict.rejected.lastAt), verdict.rejected)];
    case 'app-off':
      return [why.noRecord, why.hereOff(clock(verdict.gap.from), clock(verdict.gap.to))];
    case 'never-arrived':
      return [why.noRecord];
    default:
      return assertNever(verdict);
  }
}

function delayPart(delay: Delay | null, { texts, clock }: Words): string {
  if (delay === null) return '';
  const { why } = texts;
  const { minutes, gap, rejected } = delay;
  const reason =
    gap !== null
      ? why.lateOff(clock(gap.from), clock(gap.to))
      : rejected !== null
        ? why.lateRejected(rejected)
        : '';
  return `, ${why.late(minutes)}${reason}`;
}

function endPart(end: WhyEnd, { texts, spoken }: Words): string {
  const { why } = texts;
  switch (end.kind) {
    case 'seen': {
      const initials = initialsIn(end.by);
      const place =
        initials !== null ? why.seenBy.staff(initials) : end.by === 'counter' ? why.seenBy.counter : '';
      return `${why.seen(spoken(end.at))} ${place}`.trim();
    }
    case 'closed':
      return why.closed(spoken(end.at), end.how);
    case 'open':
      return why.stillOpen;
    default:
      return assertNever(end);
  }
}

function joined(parts: readonly string[], and: string): string {
  return parts.length < 2 ? parts.join('') : [parts.slice(0, -1).join('; '), parts.at(-1)].join(and);
}
