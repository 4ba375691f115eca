import type { ProxyTrouble } from '../../../shared/proxy.ts';

/**
 * The only function that makes requests to the internet. Resolves with any response, also a redirect, which it never
 * follows. Rejects when there was no response, with an error that `toNetFailure` reads. `leave` aborts the exchange. It
 * defaults to the request's own signal, but that one only follows another signal and may be collected together with it.
 */
export type Fetch = (request: Request, leave?: AbortSignal) => Promise<Response>;

/** `garbled`: the response was not HTTP. `proxy`: a proxy stopped the request. */
export type NetFailureKind =
  'dns' | 'timeout' | 'unreachable' | 'certificate' | 'proxy' | 'garbled' | 'unknown';

export type NetFailure = {
  readonly kind: NetFailureKind;
  /** The error code of the system. */
  readonly code: string | null;
  /** Host and port of the proxy that stopped the request, when known. */
  readonly proxy: string | null;
  /** The proxy wants a sign-in, refuses this destination, or cannot be reached itself. Meaningful only for `proxy`. */
  readonly proxyTrouble: ProxyTrouble;
};

/** Mostly Chromium's codes; then those of Node, which tests and tunnels use. The first match counts. */
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

/** Returns what kind of failure a request without a response had. */
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

/**
 * Returns the causes, innermost first, because a wrapping error says less. A host name with several addresses fails
 * once for each.
 */
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
