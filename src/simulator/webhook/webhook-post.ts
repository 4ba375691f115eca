import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** One attempt. Times are epoch milliseconds with a fraction. */
export type WebhookTry = {
  readonly sentAt: number;
  readonly answeredAt: number;
  readonly ms: number;
  /** null: no response. */
  readonly status: number | null;
  readonly error: string | null;
};

/** Epoch milliseconds with a fraction. */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}

/**
 * Posts a body once and reads the status. Never throws: `error` reports a failure. `hangUp`: sends everything and
 * closes before the response, like a sender after its timeout.
 */
export function postOnce(message: {
  readonly url: string;
  readonly body: string;
  /** Value of `Authorization`, verbatim; null: no such header. */
  readonly secret: string | null;
  readonly timeoutMs: number;
  readonly hangUp?: boolean;
  readonly signal: AbortSignal;
}): Promise<WebhookTry> {
  const sentAt = preciseNow();
  const done = (status: number | null, error: string | null): WebhookTry => {
    const answeredAt = preciseNow();
    return { sentAt, answeredAt, ms: answeredAt - sentAt, status, error };
  };
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const settle = (status: number | null, error: string | null): void => {
      clearTimeout(timer);
      resolve(done(status, error));
    };
    try {
      const url = new URL(message.url);
      // As bytes, because Node would join a text body with the headers and write both as UTF-8.
      const body = Buffer.from(message.body, 'utf8');
      const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        agent: false,
        signal: message.signal,
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          accept: '*/*',
          'user-agent': 'PedidosYa-Simulator',
          // Header values are bytes: a secret with accents is sent as UTF-8.
          ...(message.secret === null
            ? {}
            : { authorization: Buffer.from(message.secret, 'utf8').toString('latin1') }),
        },
      });
      timer = setTimeout(() => {
        settle(null, 'timeout');
        request.destroy();
      }, message.timeoutMs);
      request.on('error', (error) => settle(null, 'code' in error ? String(error.code) : error.message));
      request.on('response', (response) => {
        response.resume();
        response.on('end', () => settle(response.statusCode ?? null, null));
        response.on('error', () => settle(response.statusCode ?? null, null));
      });
      request.end(body, () => {
        if (message.hangUp !== true) return;
        settle(null, 'timeout');
        // Half-closes, so that the receiver can read what is still on its way.
        request.socket?.destroySoon();
      });
    } catch (error) {
      settle(null, error instanceof Error ? error.message : String(error));
    }
  });
}
