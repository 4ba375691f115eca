import { alertCode, type Alert } from '../../../shared/alert.ts';
import { byUrgency } from '../../../shared/card.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Texts } from '../../../shared/texts/texts.ts';

/** More than that nobody reads on a toast, and a desktop may choke on it; the card and the list have all. */
const MAX_CODES = 100;

/**
 * Many alerts as the body of one toast. What is ready is one line of codes, the last; everything else has a line of its
 * own: a cancellation is never folded away.
 */
export function digestBody(alerts: readonly Alert[], texts: Texts): string {
  const sorted = alerts.toSorted(byUrgency);
  const ready = sorted.filter(({ kind }) => kind === 'ready').map(alertCode);
  const lines = sorted.flatMap((alert) => ownLine(alert, texts) ?? []);
  const rest = (all: readonly string[]): readonly string[] =>
    all.length > MAX_CODES ? [texts.card.more(all.length - MAX_CODES)] : [];
  const codes = [ready.slice(0, MAX_CODES).join(', '), ...rest(ready)].join(' ');
  return [...lines.slice(0, MAX_CODES), ...rest(lines), ...(ready.length > 0 ? [codes] : [])].join('\n');
}

function ownLine(alert: Alert, { alerts, connection }: Texts): string | null {
  switch (alert.kind) {
    case 'ready':
      return null;
    case 'cancelled':
      return alerts.cancelledTitle(alert.code);
    case 'cancelled-after-handover':
      return alerts.cancelledAfterTitle(alert.code);
    case 'unclear':
      return alerts.unclearTitle(alert.code);
    case 'connection':
      return connection.title(alert.cause);
    default:
      return assertNever(alert);
  }
}
