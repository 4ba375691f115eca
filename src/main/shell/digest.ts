import type { Alert } from '../../shared/alert.ts';
import { byUrgency } from '../../shared/card.ts';
import { assertNever } from '../../shared/result.ts';
import type { Texts } from '../../shared/texts/texts.ts';

/**
 * Many alerts as the body of one toast. What is ready is one line of codes, the last; everything else has a line of its
 * own: a cancellation is never folded away.
 */
export function digestBody(alerts: readonly Alert[], texts: Texts): string {
  const sorted = alerts.toSorted(byUrgency);
  const ready = sorted.filter(({ kind }) => kind === 'ready').map(({ code }) => code);
  const lines = sorted.flatMap((alert) => ownLine(alert, texts) ?? []);
  return [...lines, ...(ready.length > 0 ? [ready.join(', ')] : [])].join('\n');
}

function ownLine({ kind, code, reason }: Alert, { alerts, connection }: Texts): string | null {
  switch (kind) {
    case 'ready':
      return null;
    case 'cancelled':
      return alerts.cancelledTitle(code);
    case 'cancelled-after-handover':
      return alerts.cancelledAfterTitle(code);
    case 'unclear':
      return alerts.unclearTitle(code);
    case 'connection':
      return connection.title(reason);
    default:
      return assertNever(kind);
  }
}
