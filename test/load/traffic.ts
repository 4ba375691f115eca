import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { orderBody } from '../bench/order-body.ts';
import type { Random } from '../../src/simulator/orders/random.ts';

/** What was answered 200 must be in the store: id → the last status that was. */
export type Promised = ReadonlyMap<string, 'READY_FOR_PICKUP' | 'PICKED_UP'>;

export type Traffic = {
  readonly sent: number;
  /** Answers other than 200, and connections that broke, by what it was. */
  readonly refused: ReadonlyMap<string, number>;
  readonly promised: Promised;
  readonly latenciesMs: readonly number[];
};

const TICK_MS = 20;
const SENDERS = 32;
/** An order leaves after so many others came, as long as it was not repeated instead. */
const LEAVES_AFTER = 40;

/**
 * Sends webhooks at an even rate, whatever the answers take: new orders, each gone some time later, and one in twenty sent
 * twice. Ends when all are answered.
 */
export async function sendTraffic(options: {
  readonly port: number;
  readonly secret: string;
  readonly perSecond: number;
  readonly seconds: number;
  readonly random: Random;
}): Promise<Traffic> {
  const { perSecond, seconds, random } = options;
  const agent = new http.Agent({ keepAlive: true, maxSockets: SENDERS });
  const promised = new Map<string, 'READY_FOR_PICKUP' | 'PICKED_UP'>();
  const refused = new Map<string, number>();
  const latenciesMs: number[] = [];
  const waiting: string[] = [];
  const underWay = new Set<Promise<void>>();
  let [sent, orders] = [0, 0];

  const post = async (id: string, number: number, isPickedUp: boolean): Promise<void> => {
    const began = performance.now();
    const status = await ask(agent, options, orderBody(number, { id, isPickedUp }));
    latenciesMs.push(performance.now() - began);
    if (status !== 200) refused.set(String(status), (refused.get(String(status)) ?? 0) + 1);
    else if (isPickedUp || !promised.has(id)) promised.set(id, isPickedUp ? 'PICKED_UP' : 'READY_FOR_PICKUP');
  };
  const next = (): Promise<void> => {
    sent += 1;
    const [oldest] = waiting;
    if (oldest !== undefined && waiting.length > LEAVES_AFTER) {
      waiting.shift();
      return post(oldest, orders, true);
    }
    if (oldest !== undefined && random.chance(0.05)) return post(oldest, orders, false);
    orders += 1;
    const id = `load-${String(orders)}`;
    waiting.push(id);
    return post(id, orders, false);
  };

  const beganAt = performance.now();
  for (;;) {
    const elapsedMs = performance.now() - beganAt;
    const due = Math.min(elapsedMs / 1_000, seconds) * perSecond;
    for (let count = Math.floor(due) - sent; count > 0; count -= 1) {
      const one = next().finally(() => underWay.delete(one));
      underWay.add(one);
    }
    if (elapsedMs >= seconds * 1_000) break;
    await sleep(TICK_MS);
  }
  await Promise.all(underWay);
  agent.destroy();
  return { sent, refused, promised, latenciesMs };
}

/** Returns the status, or the name of what went wrong. */
function ask(
  agent: http.Agent,
  { port, secret }: { readonly port: number; readonly secret: string },
  body: string,
): Promise<number | string> {
  return new Promise((resolve) => {
    const request = http.request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: '/webhooks/orders',
        headers: {
          authorization: Buffer.from(secret).toString('latin1'),
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    request.once('error', (error) => resolve(error.name));
    // As bytes: with a text Node would write the header, too, as UTF-8.
    request.end(Buffer.from(body));
  });
}
