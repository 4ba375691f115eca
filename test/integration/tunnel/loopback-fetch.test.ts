import net from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createSendOutgoing } from '../../../src/main/outgoing/send-http.ts';
import { fetchSmall } from '../../../src/main/tunnel/fetch-small.ts';
import { loopbackFetch } from '../../../src/main/loopback-fetch.ts';

/** A program on a port that answers everything with these bytes. */
async function program(answer: string): Promise<string> {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}/`;
}

test('an answer is given back as it is', async () => {
  const url = await program('HTTP/1.1 404 Not Found\r\nX-One: 1\r\nContent-Length: 4\r\n\r\nhola');
  const answer = await loopbackFetch(new Request(url));
  expect([answer.status, answer.headers.get('x-one'), await answer.text()]).toEqual([404, '1', 'hola']);
});

test.each([
  ['a status that no server may answer', 'HTTP/1.1 999 No\r\nContent-Length: 0\r\n\r\n'],
  ['a status of nothing', 'HTTP/1.1 000 No\r\nContent-Length: 0\r\n\r\n'],
  ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'],
  ['no HTTP', 'SSH-2.0-OpenSSH_9.2p1\r\n'],
])('a program that answers with %s fails the request, at once', async (_what, answer) => {
  const url = await program(answer);
  const failed = loopbackFetch(new Request(url), AbortSignal.timeout(5_000));
  await expect(failed).rejects.not.toMatchObject({ name: 'TimeoutError' });
});

test.each([
  'HTTP/1.1 999 No\r\nContent-Length: 0\r\n\r\n',
  'HTTP/1.1 101 Now\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
])('what goes out to a program that answers %j has failed, and the next is sent', async (answer) => {
  const url = await program(answer);
  const send = createSendOutgoing({ fetch: loopbackFetch, localMs: () => 0, timeoutMs: 5_000 });
  expect(await send({ method: 'POST', url, body: '{}' })).toMatchObject({
    kind: 'failed',
    trouble: 'garbled',
  });
});

test.each([5_000, 60_000, 2_000_000])('of a page of %i bytes only the beginning is read', async (bytes) => {
  const url = await program(
    `HTTP/1.1 200 OK\r\nContent-Length: ${String(bytes)}\r\n\r\n${'x'.repeat(bytes)}`,
  );
  const { body } = await fetchSmall(loopbackFetch, url, { signal: new AbortController().signal });
  expect(body).toBe('x'.repeat(4_096));
  // What is late comes in the next turns.
  await new Promise((resolve) => setTimeout(resolve, 100));
});
