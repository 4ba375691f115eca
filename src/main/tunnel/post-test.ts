import http from 'node:http';
import https from 'node:https';
import type { TestReply } from '../core/setup-test.ts';
import { toNetworkError } from './network-error.ts';

/** As long as the platform waits for an answer. Source: docs/partner-api.md, "Webhook". */
const LIMIT_MS = 10_000;

/**
 * Sends a webhook as the platform does: on a connection of its own, with the secret in `Authorization`, following no
 * redirect. Never rejects.
 */
export function postTest(
  url: string,
  message: { readonly body: string; readonly secret: string; readonly monotonicMs: () => number },
): Promise<TestReply> {
  const beganMs = message.monotonicMs();
  const limit = AbortSignal.timeout(LIMIT_MS);
  return new Promise((resolve) => {
    const body = Buffer.from(message.body, 'utf8');
    const send = url.startsWith('https:') ? https.request : http.request;
    const request = send(url, {
      method: 'POST',
      agent: false,
      signal: limit,
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': body.length,
        // A header's value is bytes; Node wants each as one character.
        Authorization: Buffer.from(message.secret, 'utf8').toString('latin1'),
        'User-Agent': 'Mostrador',
        // ngrok's free plan shows a page to browsers first.
        'ngrok-skip-browser-warning': '1',
      },
    });
    request.on('error', (error) =>
      resolve({
        ok: false,
        error: limit.aborted ? { code: 'timeout', detail: null } : toNetworkError(error),
      }),
    );
    request.on('response', (response) => {
      const ms = Math.round(message.monotonicMs() - beganMs);
      resolve({ ok: true, status: response.statusCode ?? 0, ms });
      response.resume();
      request.destroy();
    });
    request.end(body);
  });
}
