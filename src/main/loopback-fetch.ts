import http from 'node:http';
import { isLoopback } from '../shared/address.ts';
import type { Fetch } from './core/support/way-out.ts';
import { toResponse } from './to-response.ts';

/**
 * Sends a request to this computer, without a proxy and on a new connection. Chromium refuses some ports, such as 6000,
 * but the receiver may use them.
 */
export const loopbackFetch: Fetch = async (request, leave = request.signal) => {
  const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
  leave.throwIfAborted();
  return new Promise((resolve, reject) => {
    const { url, method } = request;
    const headers = { ...Object.fromEntries(request.headers), 'content-length': String(body?.length ?? 0) };
    const sent = http.request(url, { method, headers, signal: leave, agent: false });
    sent.on('error', reject);
    // After a change of the protocol nothing else ends the request.
    sent.on('close', () => reject(new Error('net::ERR_INVALID_RESPONSE')));
    sent.on('response', (answer) => {
      const told = new Headers();
      for (const [name, value] of Object.entries(answer.headersDistinct)) {
        for (const one of value ?? []) told.append(name, one);
      }
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => {
          answer.on('data', (chunk: Buffer) => controller.enqueue(new Uint8Array(chunk)));
          answer.on('end', () => controller.close());
          answer.on('error', (trouble) => controller.error(trouble));
        },
        cancel: () => {
          // What comes after it is read by nobody.
          answer.removeAllListeners('data').removeAllListeners('end');
          sent.destroy();
        },
      });
      resolve(toResponse(answer.statusCode ?? 0, told, stream));
    });
    sent.end(body);
  });
};

/** Returns the `fetch` for an address: plain HTTP to this computer goes directly, everything else through `wayOut`. */
export function fetchFor(url: string, wayOut: Fetch): Fetch {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && isLoopback(hostname) ? loopbackFetch : wayOut;
}
