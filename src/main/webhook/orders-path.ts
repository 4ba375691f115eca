import { WEBHOOK_PATH } from '../../shared/address.ts';

/**
 * Returns whether a request's target is the webhook's address, as people write addresses: in capitals, with a slash at the
 * end or one too many, with dots, escapes, a query, or with the host before it (RFC 9112, section 3.2.2). Never throws.
 */
export function isOrdersPath(target: string): boolean {
  if (target === WEBHOOK_PATH) return true;
  const [path = ''] = target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').split(/[?#]/);
  const names: string[] = [];
  for (const name of decoded(path).toLowerCase().split(/[/\\]/)) {
    if (name === '..') names.pop();
    else if (name.trim() !== '' && name !== '.') names.push(name.trim());
  }
  return `/${names.join('/')}` === WEBHOOK_PATH;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Half an escape: no address of ours.
    return path;
  }
}
