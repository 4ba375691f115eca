import type { HttpAnswer } from './http.ts';

/** Only what stands on the way says these: a proxy, a filter of the law or of a company, a network that wants a sign-in. */
const NEVER_OURS: readonly number[] = [407, 451, 511];
/** The platform's own edge says these with a page, too. */
const ALSO_OURS: readonly number[] = [404, 429];

/**
 * True when not the platform answered but something on the way to it: a proxy, a firewall, a network's sign-in page. The
 * platform answers in JSON or says nothing at all, and sends nobody elsewhere.
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

/** What a web page calls itself; null when it has no title. */
export function titleOf(body: string): string | null {
  const title = /<title[^>]*>([^<]{1,200})<\/title>/i.exec(body.slice(0, 10_000))?.[1]?.trim() ?? '';
  return title === '' ? null : title;
}
