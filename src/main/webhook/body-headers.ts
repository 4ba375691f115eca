import type { IncomingHttpHeaders } from 'node:http';

/** What the headers alone say against a body. */
export type HeaderProblem = 'too-large' | 'wrong-type' | 'encoded';

/** Looks at size, type and encoding, in this order, before a byte of the body is read. null: nothing against it. */
export function findHeaderProblem(headers: IncomingHttpHeaders, maxBodyBytes: number): HeaderProblem | null {
  if (Number(headers['content-length'] ?? 0) > maxBodyBytes) return 'too-large';
  if (!isJsonType(headers['content-type'])) return 'wrong-type';
  if (!isIdentity(headers['content-encoding']) || !isPlainTransfer(headers['transfer-encoding'])) {
    return 'encoded';
  }
  return null;
}

/** `application/json` with no charset or with UTF-8. A missing type is refused. */
export function isJsonType(contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') return false;
  return parameters
    .filter((parameter) => parameter.startsWith('charset='))
    .every((parameter) => /^charset="?utf-?8"?$/.test(parameter));
}

function isIdentity(contentEncoding: string | undefined): boolean {
  return ['', 'identity'].includes((contentEncoding ?? '').trim().toLowerCase());
}

function isPlainTransfer(transferEncoding: string | undefined): boolean {
  return ['', 'chunked'].includes((transferEncoding ?? '').trim().toLowerCase());
}
