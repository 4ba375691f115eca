import { assertNever } from '../../shared/result.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Switches } from './switches.ts';

/** The response of a route; other code writes it. */
export type Answer = {
  readonly status: number;
  /** undefined: empty body. */
  readonly body?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export function jsonAnswer(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return { status, body: JSON.stringify(value), type: 'application/json; charset=utf-8', headers };
}

/** A 404 without a body: the route does not exist. Source: docs/partner-api.md, "Errors". */
export const ROUTE_MISSING: Answer = { status: 404 };

/** Returns an error in the form that the switch selects; the real form is not known. */
export function errorAnswer(
  status: number,
  message: string,
  form: Switches['errorBody'],
  headers: Record<string, string> = {},
): Answer {
  switch (form) {
    case 'message':
      return jsonAnswer(status, { message }, headers);
    case 'error':
      return jsonAnswer(status, { error: message }, headers);
    case 'oauth':
      return jsonAnswer(status, { error: 'request_failed', error_description: message }, headers);
    case 'errors':
      return jsonAnswer(status, { errors: [{ code: String(status), message }] }, headers);
    case 'html':
      return {
        status,
        body: `<html><body><h1>${status}</h1><p>${message}</p></body></html>`,
        type: 'text/html; charset=utf-8',
        headers,
      };
    case 'empty':
      return { status, headers };
    default:
      return assertNever(form);
  }
}

export function writeAnswer(response: ServerResponse, answer: Answer): void {
  const body = answer.body ?? '';
  response.writeHead(answer.status, {
    ...(answer.type === undefined ? {} : { 'content-type': answer.type }),
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...answer.headers,
  });
  response.end(body);
}

/** Returns the body as text; null when it is longer than `limitBytes`. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part: unknown = chunk;
    if (!(part instanceof Uint8Array)) continue;
    bytes += part.length;
    if (bytes > limitBytes) return null;
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}
