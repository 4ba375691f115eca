import type { TunnelErrorCode } from './tunnel.ts';

export const PROXY_TROUBLES = ['sign-in', 'refused', 'unreachable'] as const;
export type ProxyTrouble = (typeof PROXY_TROUBLES)[number];

/** The way out stops at a proxy: why, and its host and port as far as they are known. */
export type ProxyStop = {
  readonly kind: 'proxy';
  readonly trouble: ProxyTrouble;
  readonly proxy: string | null;
};

/** Another program has the port: which, as far as the system tells, and a free port to take instead. */
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

/** What a sentence for people is filled in with. Already redacted. */
export type Fact = string | ProxyStop | PortInUse | TunnelFault;

/** Returns a fact as one line for a log or a report, and to compare it with another; nothing reads it back. */
export function factLine(fact: Fact | null): string | null {
  if (fact === null || typeof fact === 'string') return fact;
  switch (fact.kind) {
    case 'port':
      return [fact.port, fact.owner ?? '', fact.suggested ?? ''].join(':');
    case 'proxy':
      return [fact.trouble, fact.proxy ?? ''].join(':');
    case 'tunnel':
      return [fact.code, factLine(fact.detail) ?? ''].join(':');
    default:
      return fact satisfies never;
  }
}

/** Returns a fact that is a text of its own. */
export function textOf(fact: Fact | null): string | null {
  return typeof fact === 'string' ? fact : null;
}

/** Returns what is told of such a text; nothing where there is none. */
export function withText(fact: Fact | null, tell: (text: string) => string): string {
  const text = textOf(fact);
  return text === null ? '' : tell(text);
}
