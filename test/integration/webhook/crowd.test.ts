import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { slowdown } from '../../processor-time.ts';
import { dial, head, orderText, startReceiver } from './rig.ts';

const CROWD_PROCESS = fileURLToPath(import.meta.resolve('./crowd-process.ts'));

async function crowd(port: number, perSecond: number, words: string, how: string): Promise<void> {
  const child = fork(CROWD_PROCESS, [String(port), String(perSecond), words, how]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
}

/** One webhook on a connection of its own; answers its status and how long it took. */
async function call(port: number): Promise<{ readonly status: number; readonly ms: number }> {
  const began = performance.now();
  const body = orderText();
  const line = dial(port);
  line.send(head([`Content-Length: ${String(body.length)}`, 'Connection: close']) + body);
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(await line.closed)?.[1] ?? 0);
  return { status, ms: performance.now() - began };
}

const HALF = 'POST /webhooks/orders HTTP/1.1\r\nHost: x\r\n';

it.each<[string, number, string, string?]>([
  ['a thousand idle ones, then 22 a second,', 22, ''],
  ['silent ones as fast as they come', 0, ''],
  ['half requests as fast as they come', 0, HALF],
  ['a thousand that drip their requests', 0, `${HALF}X-Slow: `, 'drip'],
  ['wrong secrets as fast as they come', 0, `${HALF}Authorization: otra\r\nContent-Length: 900\r\n\r\n`],
])(
  'under %s every webhook gets its 200 within a second, and it is told',
  async (_what, perSecond, words, how = '') => {
    let crowded = 0;
    const { port, received } = await startReceiver({ onCrowded: () => (crowded += 1) });
    await crowd(port, perSecond, words, how);
    const before = slowdown();
    const answers: { readonly status: number; readonly ms: number }[] = [];
    for (let count = 0; count < 60; count += 1) answers.push(await call(port));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    // A second of a computer that nobody else uses.
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(1_000 * Math.max(before, slowdown()));
    expect(received).toHaveLength(60);
    expect(crowded).toBeGreaterThan(0);
  },
);

it('the oldest stranger goes first, and whoever has shown the secret is never turned away', async () => {
  const limits = { maxConnections: 3, hardMaxConnections: 3, graceMs: 0 };
  const { port, received } = await startReceiver({ limits });
  const body = orderText();
  const ours = dial(port);
  ours.send(head([`Content-Length: ${String(body.length)}`]) + body);
  await ours.heard(/^HTTP\/1\.1 200 /);
  const slow = dial(port);
  slow.send(head([`Content-Length: ${String(body.length)}`]) + body.slice(0, 5));
  await expect.poll(() => slow.socket.bytesWritten).toBeGreaterThan(100);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const strangers: ReturnType<typeof dial>[] = [];
  for (let count = 0; count < 6; count += 1) {
    const stranger = dial(port);
    await once(stranger.socket, 'connect');
    strangers.push(stranger);
  }
  await expect
    .poll(() => strangers.map(({ socket }) => socket.destroyed))
    .toEqual([true, true, true, false, false, false]);
  slow.send(body.slice(5));
  await slow.heard(/^HTTP\/1\.1 200 /);
  ours.send(head([`Content-Length: ${String(body.length)}`]) + body);
  await ours.heard(/HTTP\/1\.1 200 [\s\S]*HTTP\/1\.1 200 /);
  expect(received).toHaveLength(3);
});
