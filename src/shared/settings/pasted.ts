/** Characters that nobody sees and that get copied with a text. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const ROUND = '[\\s"\'`´“”„‘’‚«»‹›<>,;]';
const AROUND = new RegExp(`^${ROUND}+|(?:${ROUND}|\\.)+$`, 'gu');

/** Returns a pasted text without what came along: invisible characters, white space, quotes, the dot of its sentence. */
export function unwrapped(pasted: string): string {
  return pasted.replace(INVISIBLE, '').replace(AROUND, '');
}

const LABEL = /^[\p{L}. ]+(?::\s+|\s*=\s*)(?=\S+$)/u;

/** Returns the value of a pasted "Name: value"; any other text comes back unwrapped. */
export function valueIn(pasted: string): string {
  return unwrapped(unwrapped(pasted).replace(LABEL, ''));
}

const BARE_HOST = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/|$)/;
const BARE_LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?(?:\/|$)/i;
const SCHEME = /^(https?)(?::\/{1,2}|\/\/)(?=[^/])/i;

/** Returns a pasted web address with its scheme whole; what is no web address comes back unwrapped. */
export function webAddressIn(pasted: string): string {
  const value = valueIn(pasted).replace(SCHEME, (_all, scheme: string) => `${scheme.toLowerCase()}://`);
  if (BARE_LOOPBACK.test(value)) return `http://${value}`;
  return BARE_HOST.test(value) ? `https://${value}` : value;
}

const NGROK_DOMAIN = /(?:[\w-]+\.)+ngrok(?:-free)?\.(?:app|dev|pizza|io)\b/gi;

/** Returns the domain in what was copied from ngrok: the domain, its address, or the command that uses it. */
export function ngrokDomainIn(pasted: string): string {
  const found = new Set((pasted.match(NGROK_DOMAIN) ?? []).map((one) => one.toLowerCase()));
  const [only] = found;
  if (found.size === 1 && only !== undefined) return only;
  return unwrapped(pasted)
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');
}

const SSH_TARGET =
  /^(?:ssh:\/\/|ssh\s+)?(?:-p\s*(\d{1,5})\s+)?([\w.+-]+)@([\w.-]+|\[[\da-f:]+\])(?::(\d{1,5}))?\/?(?:\s+-p\s*(\d{1,5}))?$/i;

/** Returns the parts of a pasted `user@server:port` or ssh command; null for anything else. An absent port is null. */
export function sshTargetIn(
  pasted: string,
): { readonly user: string; readonly host: string; readonly port: string | null } | null {
  const [, before, user, host, port, after] = SSH_TARGET.exec(unwrapped(pasted)) ?? [];
  return user === undefined || host === undefined
    ? null
    : { user, host: host.replace(/^\[|\]$/g, ''), port: port ?? before ?? after ?? null };
}

/** Returns true for a text that can only be the address of a web page. */
export function isPageAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) || (text.includes('/') && BARE_HOST.test(text));
}

const DASH = '[-\\u2010-\\u2015\\u2212]?';
/** With the dashes that a word processor makes of them, or with none. */
const CHAIN = new RegExp(
  `(?<![\\da-f])[\\da-f]{8}${DASH}(?:[\\da-f]{4}${DASH}){3}[\\da-f]{12}(?![\\da-f])`,
  'gi',
);
const CUT = /^[\da-f]{8}(?:-[\da-f]{4}){2}[\da-f-]*$/i;

/**
 * Returns the chain id in what was pasted: the id itself, the address of the portal's page, or a client id.
 * Anything else, and what holds two different ids, comes back without the characters around it. Source:
 * docs/partner-api.md, "What the shop does in the portal".
 */
export function chainIdIn(pasted: string): string {
  const [id, other] = idsIn(pasted);
  return id !== undefined && other === undefined ? id : unwrapped(pasted);
}

/** Returns true when the text contains one chain id. */
export function holdsChainId(pasted: string): boolean {
  return idsIn(pasted).length === 1;
}

/** What is wrong with a text that holds no chain id; null when it may be one of another form. */
export function chainFault(text: string): 'no-chain' | 'two-chains' | 'cut' | null {
  const ids = idsIn(text).length;
  if (ids > 0) return ids > 1 ? 'two-chains' : null;
  if (isPageAddress(text)) return 'no-chain';
  return CUT.test(text) ? 'cut' : null;
}

function idsIn(pasted: string): readonly string[] {
  return [...new Set((pasted.match(CHAIN) ?? []).map(spelled))];
}

function spelled(id: string): string {
  const digits = id.toLowerCase().replace(/[^\da-f]/g, '');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
