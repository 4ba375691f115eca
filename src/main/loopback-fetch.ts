import http from 'node:http';
import { isLoopback } from '../shared/loopback.ts';
import type { Fetch } from './core/support/way-out.ts';

const NO_BODY: readonly number[] = [204, 205, 304];

/**
 * Asks this very computer, without any proxy, on a connection of its own. Browsers refuse some ports, such as 6000, which
 * may be the receiver's all the same.
 */
export const loopbackFetch: Fetch = async (request, leave = request.signal) => {
  const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
  leave.throwIfAborted();
  return new Promise((resolve, reject) => {
    const { url, method } = request;
    const headers = { ...Object.fromEntries(request.headers), 'content-length': String(body?.length ?? 0) };
    const sent = http.request(url, { method, headers, signal: leave, agent: false });
    sent.on('error', reject);
    sent.on('response', (answer) => {
      const { statusCode: status = 0, statusMessage: statusText = '' } = answer;
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
        cancel: () => void sent.destroy(),
      });
      resolve(new Response(NO_BODY.includes(status) ? null : stream, { status, statusText, headers: told }));
    });
    sent.end(body);
  });
};

/** Returns how to ask that address: this computer itself, in the clear, directly; anybody else the way out. */
export function fetchFor(url: string, wayOut: Fetch): Fetch {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && isLoopback(hostname) ? loopbackFetch : wayOut;
}
