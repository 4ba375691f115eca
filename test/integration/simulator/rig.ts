import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSimulator } from '../../../src/simulator/simulator.ts';
import type { AddressInfo } from 'node:net';
import type { Simulator, SimulatorOptions } from '../../../src/simulator/contract.ts';

export const CHAIN = '5d7e2a90-1b3c-4f86-9a25-c4e8b7d61f02';
export const VENDOR = '412207';
export const TOKEN = 'tok-1';

export type Answered = { readonly status: number; readonly text: string; readonly headers: Headers };

/** A running simulator with a way to ask its API. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<{
  readonly simulator: Simulator;
  readonly baseUrl: string;
  readonly get: (path: string, token?: string | null) => Promise<Answered>;
}> {
  const simulator = createSimulator({ chainId: CHAIN, vendorId: VENDOR, tokens: [TOKEN], ...options });
  const { baseUrl } = await simulator.start();
  return {
    simulator,
    baseUrl,
    get: async (path, token = TOKEN) => {
      const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
      const response = await fetch(baseUrl + path, { headers });
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
  };
}

export const LIST = `/v2/chains/${CHAIN}/vendors/${VENDOR}/orders`;

/** The last day and the next hour, as the documentation writes times. */
export function lastDay(now = Date.now()): string {
  const text = (at: number): string => new Date(at).toISOString().slice(0, 19);
  return `start_time=${text(now - 86_400_000)}&end_time=${text(now + 3_600_000)}`;
}

export type Received = {
  readonly method: string | undefined;
  readonly authorization: string | undefined;
  readonly type: string | undefined;
  readonly body: string;
};

/** A small webhook receiver; `answer` decides the status, null hangs up without one, 'never' keeps silent. */
export async function startReceiver(
  answer: (nth: number, request: Received) => number | null | 'never',
): Promise<{
  readonly url: string;
  readonly received: Received[];
  readonly stop: () => Promise<void>;
}> {
  const received: Received[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    // Header text is bytes: what looks like Latin-1 was sent as UTF-8.
    const authorization = request.headers.authorization;
    const entry: Received = {
      method: request.method,
      authorization:
        authorization === undefined ? undefined : Buffer.from(authorization, 'latin1').toString('utf8'),
      type: request.headers['content-type'],
      body: Buffer.concat(chunks).toString('utf8'),
    };
    received.push(entry);
    const status = answer(received.length, entry);
    if (status === 'never') return;
    if (status === null) request.socket.destroy();
    else response.writeHead(status).end();
  };
  const server = createServer((request, response) => void receive(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks/orders`,
    received,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function parse(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}
