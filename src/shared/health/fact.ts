import type { ProxyStop } from '../proxy.ts';
import type { OutletState } from '../outlet.ts';
import type { TunnelErrorCode } from '../tunnel.ts';

/** Another program uses the port: its name when the system gives it, and a free port to use instead. */
export type PortInUse = {
  readonly kind: 'port';
  readonly port: number;
  readonly owner: string | null;
  readonly suggested: number | null;
};

/** Why the public address does not work. */
export type TunnelFault = {
  readonly kind: 'tunnel';
  readonly code: TunnelErrorCode;
  readonly detail: string | ProxyStop | null;
};

/** What the platform said of the shop, beside the state itself. */
export type OutletFact = {
  readonly kind: 'outlet';
  /** The last state that was understood; null: none yet. */
  readonly last: OutletState | null;
  /** What was answered instead of a known state; null: nothing. */
  readonly said: string | null;
  /** When the shop opens again, as people at the shop read a time. */
  readonly until: string | null;
  readonly reason: string | null;
  /** Whether the shop should be open at this time. */
  readonly isDue: boolean;
};

/** A value to insert into a sentence for people. Already redacted. */
export type Fact = string | ProxyStop | PortInUse | TunnelFault | OutletFact;

/** Returns a fact as one line, for logs and reports and to compare facts; it is never parsed. */
export function factLine(fact: Fact | null): string | null {
  if (fact === null || typeof fact === 'string') return fact;
  switch (fact.kind) {
    case 'port':
      return [fact.port, fact.owner ?? '', fact.suggested ?? ''].join(':');
    case 'proxy':
      return [fact.trouble, fact.proxy ?? ''].join(':');
    case 'tunnel':
      return [fact.code, factLine(fact.detail) ?? ''].join(':');
    case 'outlet':
      return [fact.last, fact.said, fact.until, fact.reason, fact.isDue ? 'due' : null]
        .map((part) => part ?? '')
        .join(':');
    default:
      return fact satisfies never;
  }
}

/** Returns a fact that is a plain text, else null. */
export function textOf(fact: Fact | null): string | null {
  return typeof fact === 'string' ? fact : null;
}

/** Returns the sentence that `format` makes of a plain text; an empty text for any other fact. */
export function withText(fact: Fact | null, format: (text: string) => string): string {
  const text = textOf(fact);
  return text === null ? '' : format(text);
}
