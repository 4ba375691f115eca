import { alertCode, type Alert } from '../../../shared/orders/alert.ts';
import { byUrgency } from '../../../shared/orders/card.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Texts } from '../../../shared/texts/texts.ts';

/** Nobody reads more on a toast, and some desktops cannot show it; the card and the list have all of them. */
const MAX_CODES = 100;

/**
 * Returns many alerts as the body of one toast. Ready orders share one line of codes, the last; every other alert has a
 * line of its own, so a cancellation is never hidden.
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
