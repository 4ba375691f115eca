import type { ProxyTrouble } from '../../../shared/fact.ts';

/**
 * The one way to the internet. Answers whatever comes back, a redirect too, which it never follows. Rejects when no answer
 * came, with an error that `toNetFailure` reads. `leave` ends the exchange; a request's own signal only follows another one,
 * and may be collected together with what tells it. By default that one is listened to.
 */
export type Fetch = (request: Request, leave?: AbortSignal) => Promise<Response>;

/** `garbled`: somebody answered, and it was no HTTP. `proxy`: the way stops at a proxy. */
export type NetFailureKind =
  'dns' | 'timeout' | 'unreachable' | 'certificate' | 'proxy' | 'garbled' | 'unknown';

/** It wants to know who comes, or lets nobody through to there, or cannot be reached itself. */

export type NetFailure = {
  readonly kind: NetFailureKind;
  /** The system's own word for it. */
  readonly code: string | null;
  /** Host and port of the proxy that stands in the way, when it is known. */
  readonly proxy: string | null;
  readonly proxyTrouble: ProxyTrouble;
};

/** Chromium's words, most of all; then those of Node, in which tests and tunnels fail. First match counts. */
const KINDS: readonly (readonly [RegExp, NetFailureKind])[] = [
  [/^ERR_(?:PROXY|TUNNEL|SOCKS|PAC|UNEXPECTED_PROXY|NO_SUPPORTED_PROX|HTTPS_PROXY|MANDATORY_PROXY)/, 'proxy'],
  [/^ERR_(?:CERT|SSL|BAD_SSL|TLS)|^(?:CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)_|^EPROTO$/, 'certificate'],
  [/^ERR_(?:NAME|DNS|ICANN)_|^(?:ENOTFOUND|EAI_\w+)$/, 'dns'],
  [/TIMED_OUT$|^ETIMEDOUT$|^UND_ERR_\w+_TIMEOUT$/, 'timeout'],
  [
    /^ERR_(?:CONTENT_DECODING|INVALID|RESPONSE|UNEXPECTED|HTTP2|SPDY|QUIC|MISCONFIGURED)_?|^HPE_|^Z_/,
    'garbled',
  ],
  [
    /^ERR_(?:CONNECTION|INTERNET|ADDRESS|NETWORK|SOCKET|EMPTY|CONTENT_LENGTH|INCOMPLETE|BLOCKED)/,
    'unreachable',
  ],
  [/^E(?:CONN|HOST|NET|ADDR|PIPE)\w*$|^UND_ERR_(?:SOCKET|CLOSED|DESTROYED)$/, 'unreachable'],
];

/** What the error of a request that got no answer means. */
export function toNetFailure(error: unknown): NetFailure {
  const chain = causesOf(error);
  const code = chain.map(codeOf).find((one) => one !== null) ?? null;
  const proxy = chain.map(proxyOf).find((one) => one !== null) ?? null;
  const kind = code === null ? undefined : KINDS.find(([words]) => words.test(code))?.[1];
  return { kind: kind ?? 'unknown', code, proxy, proxyTrouble: troubleOfProxy(code ?? '') };
}

function troubleOfProxy(code: string): ProxyTrouble {
  if (/AUTH/.test(code)) return 'sign-in';
  return /TUNNEL|REDIRECT/.test(code) ? 'refused' : 'unreachable';
}

/** From the innermost cause outwards: what wraps an error knows less. A name with several addresses fails for each. */
function causesOf(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && chain.length < 8;) {
    chain.unshift(one);
    one = one.cause ?? (one instanceof AggregateError ? one.errors[0] : null);
  }
  return chain;
}

function codeOf(error: Error): string | null {
  const chromium = /net::(ERR_\w+)/.exec(error.message)?.[1];
  if (chromium !== undefined) return chromium;
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function proxyOf(error: Error): string | null {
  return 'proxy' in error && typeof error.proxy === 'string' ? error.proxy : null;
}
