/** What a server answered, or who stands in between. */
export type HttpAnswer = {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
  readonly contentType?: string | null;
  /** Where a redirect leads. */
  readonly location?: string | null;
};

/** Only an intermediary sends these: a proxy, a legal or company filter, a network that asks for a sign-in. */
const NEVER_OURS: readonly number[] = [407, 451, 511];
/** The platform's own edge servers also send these with an HTML page. */
const ALSO_OURS: readonly number[] = [404, 429];

/**
 * Returns true when an intermediary answered instead of the platform: a proxy, a firewall, a network's sign-in page. The
 * platform answers with JSON or an empty body, and never redirects.
 */
export function isForeign(answer: HttpAnswer): boolean {
  const { status, location = null } = answer;
  if (NEVER_OURS.includes(status)) return true;
  if (status >= 300 && status < 400) return location !== null;
  return !ALSO_OURS.includes(status) && isWebPage(answer);
}

function isWebPage({ body, contentType = null }: HttpAnswer): boolean {
  const text = body.trim();
  if (text.startsWith('<')) return true;
  const isSaid = /^\s*(?:text\/html|application\/xhtml)/i.test(contentType ?? '');
  return isSaid && text !== '' && !/^[[{"]/.test(text);
}

/** Returns the title of a web page; null when it has none. */
export function titleOf(body: string): string | null {
  const title = /<title[^>]*>([^<]{1,200})<\/title>/i.exec(body.slice(0, 10_000))?.[1]?.trim() ?? '';
  return title === '' ? null : title;
}
