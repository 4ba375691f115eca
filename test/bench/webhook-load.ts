// The sender in its own process. At the message {port, connections, requests} it sends, then says a LoadResult.
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { orderBody } from './order-body.ts';
import { quantile } from './row.ts';
import { SECRET } from './webhook-servers.ts';

export type LoadOrder = { readonly port: number; readonly connections: number; readonly requests: number };
export type LoadResult = { readonly p50Ms: number; readonly p99Ms: number; readonly perSecond: number };

const END_OF_ANSWER = '\r\n\r\n';

/** Sends `requests` orders over kept connections, one at a time on each; rejects on any answer but 200. */
async function sendAll({ port, connections, requests }: LoadOrder): Promise<LoadResult> {
  const bodies = Array.from({ length: requests }, (_, index) => orderBody(index));
  const began = performance.now();
  const latencies = await sendOver(port, connections, bodies);
  const seconds = (performance.now() - began) / 1000;
  return {
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    perSecond: latencies.length / seconds,
  };
}

/** Returns how many milliseconds each answer took, over so many kept connections; rejects on any answer but 200. */
export async function sendOver(
  port: number,
  connections: number,
  bodies: readonly string[],
): Promise<readonly number[]> {
  const waiting = bodies.map(toRequest).toReversed();
  const sockets = await Promise.all(Array.from({ length: connections }, () => dial(port)));
  const latencies: number[] = [];
  await Promise.all(
    sockets.map(async (socket) => {
      for (let request = waiting.pop(); request !== undefined; request = waiting.pop()) {
        const sent = performance.now();
        const answer = await socket.ask(request);
        latencies.push(performance.now() - sent);
        if (!answer.startsWith('HTTP/1.1 200 ')) throw new Error(`Not accepted: ${answer.slice(0, 40)}`);
      }
    }),
  );
  for (const socket of sockets) socket.close();
  return latencies;
}

/** Returns the order as the platform posts it. */
function toRequest(body: string): Buffer {
  const head = [
    'POST /webhooks/orders HTTP/1.1',
    'Host: 127.0.0.1',
    `Authorization: ${SECRET}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(head.join('\r\n') + END_OF_ANSWER + body);
}

/** A bare connection: an HTTP client would take more time than what is measured here. No answer has a body. */
function dial(port: number): Promise<{ ask: (request: Buffer) => Promise<string>; close: () => void }> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let answer = '';
    let settle: { heard: (text: string) => void; failed: (error: Error) => void } | null = null;
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      answer += text;
      if (!answer.endsWith(END_OF_ANSWER)) return;
      settle?.heard(answer);
      answer = '';
    });
    socket.on('error', reject);
    socket.on('close', () => settle?.failed(new Error('The connection was closed')));
    const ask = (request: Buffer): Promise<string> =>
      new Promise((heard, failed) => {
        settle = { heard, failed };
        socket.write(request);
      });
    socket.on('connect', () => resolve({ ask, close: () => socket.destroy() }));
  });
}

process.on('message', (order: LoadOrder) => {
  sendAll(order).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
