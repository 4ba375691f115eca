import https from 'node:https';
import type { Fetch } from '../../src/main/core/support/way-out.ts';

/** A way out by Node's own means that trusts the given certificates instead of the usual ones. */
export function createNodeFetch(ca: string): Fetch {
  return async (request, leave = request.signal) => {
    const body = request.body === null ? null : Buffer.from(await request.arrayBuffer());
    return new Promise((resolve, reject) => {
      const { method } = request;
      const headers = Object.fromEntries(request.headers);
      const sent = https.request(request.url, { method, headers, ca, signal: leave, agent: false });
      sent.on('error', reject);
      sent.on('response', (answer) => {
        const headers = new Headers();
        for (const [name, value] of Object.entries(answer.headers)) headers.set(name, String(value));
        const status = answer.statusCode ?? 0;
        const stream = new ReadableStream<Uint8Array>({
          start: (controller) => {
            answer.on('data', (chunk: Buffer) => controller.enqueue(new Uint8Array(chunk)));
            answer.on('end', () => controller.close());
            answer.on('error', (error) => controller.error(error));
          },
        });
        resolve(new Response(stream, { status, headers }));
      });
      sent.end(body ?? undefined);
    });
  };
}

/** Node's own way to the network. */
export const nodeFetch: Fetch = (request, leave) =>
  fetch(request, leave === undefined ? undefined : { signal: leave });
