import { expect, it } from 'vitest';
import { dial, head, orderText, post, PREVIOUS, SECRET, startReceiver } from './rig.ts';

const FREE = 5;
const HOLD_MS = 60_000;
const guess = (secret: string): string => head(['Content-Length: 0'], secret);

const isRefused = async (url: string): Promise<void> => {
  expect((await post(url, orderText(), { authorization: 'otra' })).status).toBe(401);
};

it('a few wrong secrets in a minute are answered at once, those after them late', async () => {
  let nowMs = 0;
  // Whatever is held back is held until after this test.
  const limits = { freeGuesses: FREE, guessMs: HOLD_MS };
  const { port, url } = await startReceiver({ limits, monotonicMs: () => nowMs });
  for (let count = 0; count < FREE; count += 1) await isRefused(url);
  const held = dial(port);
  held.send(guess('otra'));
  await expect.poll(() => held.socket.bytesWritten).toBeGreaterThan(0);
  for (const secret of [SECRET, PREVIOUS])
    expect((await post(url, orderText(), { authorization: secret })).status).toBe(200);
  expect(held.text()).toBe('');
  // A mistake in a portal, a minute later, is told at once again.
  nowMs = 60_000;
  await isRefused(url);
});

it('a late answer comes after its pause', async () => {
  const { url, deliveries } = await startReceiver({ limits: { freeGuesses: 1, guessMs: 300 } });
  await isRefused(url);
  for (let count = 0; count < 2; count += 1) {
    const began = performance.now();
    await isRefused(url);
    // At least the pause; how long the rest takes is up to the computer.
    expect(performance.now() - began).toBeGreaterThan(290);
  }
  expect(deliveries.filter(({ outcome }) => outcome === 'wrong-secret')).toHaveLength(3);
});

it('whoever knows the secret does not wait, however many guess', async () => {
  const { port, url, received } = await startReceiver({ limits: { freeGuesses: 0, guessMs: HOLD_MS } });
  const guesses = Array.from({ length: 100 }, () => dial(port));
  for (const line of guesses) line.send(guess('otra'));
  for (const secret of [SECRET, PREVIOUS])
    expect((await post(url, orderText(), { authorization: secret })).status).toBe(200);
  expect(received).toHaveLength(2);
  // Not one of them has its answer yet.
  expect(guesses.map((line) => line.text())).toEqual(guesses.map(() => ''));
});

it('a connection has one guess: what is sent along with it is not looked at', async () => {
  const { port, received, deliveries } = await startReceiver();
  const body = orderText();
  const line = dial(port);
  line.send(guess('otra').repeat(50) + head([`Content-Length: ${String(body.length)}`]) + body);
  const answer = await line.closed;
  expect([...answer.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status)).toEqual(['401']);
  expect(received).toEqual([]);
  expect(deliveries).toHaveLength(1);
});

it('somebody who leaves while the answer is held back takes nothing along', async () => {
  const { port, url, errors } = await startReceiver({ limits: { freeGuesses: 0, guessMs: 200 } });
  for (let count = 0; count < 20; count += 1) {
    const line = dial(port);
    line.send(guess('otra'));
    await expect.poll(() => line.socket.bytesWritten).toBeGreaterThan(0);
    line.socket.resetAndDestroy();
  }
  expect((await post(url, orderText(), { authorization: 'otra' })).status).toBe(401);
  expect((await post(url, orderText())).status).toBe(200);
  expect(errors).toEqual([]);
});
