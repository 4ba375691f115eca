import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebhookLimits } from './limits.ts';

/**
 * Answers at once without a body and closes the connection, even if the sender is still sending. A
 * little of that is passed over first: closing a socket on unread bytes resets it, and the reset may overtake the answer.
 */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  limits: Pick<WebhookLimits, 'lingerMs' | 'lingerBytes'> & { readonly isBodyComing: boolean },
): void {
  response.statusCode = status;
  response.setHeader('Connection', 'close');
  response.setHeader('Content-Length', '0');
  if (!limits.isBodyComing || request.readableEnded || request.destroyed) {
    response.end();
    return;
  }
  response.flushHeaders();
  let left = limits.lingerBytes;
  const finish = (): void => {
    clearTimeout(timer);
    request.off('data', onData).off('end', finish).off('close', finish);
    response.end();
  };
  const onData = (chunk: Buffer): void => {
    left -= chunk.length;
    if (left < 0) finish();
  };
  const timer = setTimeout(finish, limits.lingerMs);
  request.on('data', onData).on('end', finish).on('close', finish);
  request.resume();
}

/** Returns true when the sender keeps its body back until it is asked for it (RFC 9110, section 10.1.1). */
export function waitsForContinue(request: IncomingMessage): boolean {
  return request.httpVersion === '1.1' && /(?:^|\W)100-continue(?:$|\W)/i.test(request.headers.expect ?? '');
}
