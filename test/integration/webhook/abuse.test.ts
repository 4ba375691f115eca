import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/main/webhook/limits.ts';
import { dial, head, orderText, PREVIOUS, startReceiver } from './rig.ts';

const PATIENT = { headersMs: 60_000, bodyMs: 60_000, requestMs: 60_000, checkEveryMs: 20 };
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

describe('the usual limits', () => {
  it('are those that the shop was promised', () => {
    expect(DEFAULT_LIMITS).toMatchObject({
      headersMs: 5_000,
      bodyMs: 10_000,
      requestMs: 15_000,
      maxBodyBytes: 1_048_576,
      maxDepth: 64,
      freeGuesses: 60,
      guessMs: 100,
    });
  });
});

describe('a slow sender', () => {
  it('that never says a word is cut off', async () => {
    const { port } = await startReceiver({ limits: { ...PATIENT, headersMs: 200 } });
    expect(await dial(port).closed).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('that drips headers is cut off', async () => {
    const { port, deliveries } = await startReceiver({ limits: { ...PATIENT, headersMs: 200 } });
    const line = dial(port);
    line.send('POST /webhooks/orders HTTP/1.1\r\nHost: tienda\r\n');
    const drip = setInterval(() => line.send('X-Slow: 1\r\n'), 20);
    const answer = await line.closed;
    clearInterval(drip);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(deliveries).toEqual([]);
  });

  it('that drips its body is cut off and recorded', async () => {
    const { port, deliveries, received } = await startReceiver({ limits: { ...PATIENT, bodyMs: 200 } });
    const line = dial(port);
    line.send(head(['Content-Length: 4000']));
    const drip = setInterval(() => line.send(' '), 20);
    const answer = await line.closed;
    clearInterval(drip);
    expect(answer).toMatch(/^HTTP\/1\.1 408 .*\r\nConnection: close\r\n/s);
    expect(deliveries).toMatchObject([{ outcome: 'aborted', status: 408 }]);
    expect(received).toEqual([]);
  });

  it('whose whole request takes too long is cut off and recorded', async () => {
    const { port, deliveries } = await startReceiver({
      limits: { ...PATIENT, headersMs: 200, requestMs: 300 },
    });
    const line = dial(port);
    line.send(head(['Content-Length: 4000']));
    expect(await line.closed).toMatch(/^HTTP\/1\.1 408 /);
    await expect.poll(() => deliveries).toMatchObject([{ outcome: 'aborted' }]);
  });

  it('that goes away in the middle of its body is recorded, and nothing is stored', async () => {
    const { port, deliveries, received } = await startReceiver();
    const line = dial(port);
    line.send(head(['Content-Length: 4000']) + '{"order_id":"a"');
    await expect.poll(() => line.socket.bytesWritten).toBeGreaterThan(100);
    line.socket.resetAndDestroy();
    await expect
      .poll(() => deliveries)
      .toMatchObject([{ outcome: 'aborted', status: 0, notes: [{ kind: 'aborted' }] }]);
    expect(received).toEqual([]);
  });

  it('that is slow but within the limits is let in', async () => {
    const { port } = await startReceiver();
    const line = dial(port);
    const body = orderText();
    for (const letter of head([`Content-Length: ${body.length}`, 'Connection: close']) + body)
      line.send(letter);
    expect(await line.closed).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('a body that is too large', () => {
  it('is refused by its announced length before a byte of it came', async () => {
    const { port, deliveries } = await startReceiver();
    const line = dial(port);
    line.send(head([`Content-Length: ${DEFAULT_LIMITS.maxBodyBytes + 1}`]));
    expect(await line.closed).toMatch(/^HTTP\/1\.1 413 .*\r\nConnection: close\r\n/s);
    expect(deliveries).toMatchObject([{ outcome: 'too-large', bytes: 0 }]);
  });

  it('is refused in chunks as soon as one byte too many came, and the rest is not read', async () => {
    const limits = { maxBodyBytes: 100_000, lingerMs: 50, lingerBytes: 10_000 };
    const { port, deliveries } = await startReceiver({ limits });
    const line = dial(port);
    line.send(head(['Transfer-Encoding: chunked']));
    const pour = setInterval(() => line.send(chunk('x'.repeat(50_000))), 1);
    const answer = await line.closed;
    clearInterval(pour);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(deliveries).toMatchObject([{ outcome: 'too-large', status: 413 }]);
    expect(deliveries[0]?.bytes).toBeGreaterThan(100_000);
    expect(deliveries[0]?.bytes).toBeLessThan(250_000);
  });

  it('in chunks up to the limit is let in', async () => {
    const { port, received } = await startReceiver({ limits: { maxBodyBytes: 1_000 } });
    const line = dial(port);
    const body = orderText().padEnd(1_000);
    line.send(head(['Transfer-Encoding: chunked', 'Connection: close']));
    line.send(chunk(body.slice(0, 400)) + chunk(body.slice(400)) + chunk(''));
    expect(await line.closed).toMatch(/^HTTP\/1\.1 200 /);
    expect(received).toHaveLength(1);
  });

  it('compressed by the transfer itself is refused', async () => {
    const { port, deliveries } = await startReceiver();
    const line = dial(port);
    line.send(head(['Transfer-Encoding: gzip, chunked']));
    const squeezed = gzipSync(orderText());
    line.send(
      Buffer.concat([
        Buffer.from(`${squeezed.length.toString(16)}\r\n`),
        squeezed,
        Buffer.from('\r\n0\r\n\r\n'),
      ]),
    );
    expect(await line.closed).toMatch(/^HTTP\/1\.1 415 /);
    expect(deliveries).toMatchObject([{ outcome: 'encoded' }]);
  });
});

describe('a wrong secret', () => {
  it('is answered before a byte of the body came', async () => {
    const { port, deliveries } = await startReceiver();
    const line = dial(port);
    line.send(head(['Content-Length: 4000'], 'otra'));
    expect(await line.closed).toMatch(/^HTTP\/1\.1 401 .*\r\nConnection: close\r\n.*Content-Length: 0\r\n/s);
    expect(deliveries).toMatchObject([{ outcome: 'wrong-secret', bytes: 0 }]);
  });

  it('ends an endless body soon', async () => {
    const { port } = await startReceiver({ limits: { lingerMs: 60_000, lingerBytes: 100_000 } });
    const line = dial(port);
    line.send(head(['Transfer-Encoding: chunked'], 'otra'));
    const pour = setInterval(() => line.send(chunk('x'.repeat(50_000))), 1);
    const answer = await line.closed;
    clearInterval(pour);
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(line.socket.bytesWritten).toBeLessThan(5_000_000);
  });

  it('does not reset the connection under a sender that is still talking', async () => {
    const { port } = await startReceiver({ limits: { lingerMs: 60_000 } });
    // Half open: this sender goes on although the other side has said its last word.
    const line = dial(port, { allowHalfOpen: true });
    let fault: Error | null = null;
    line.socket.on('error', (error) => (fault = error));
    line.send(head(['Content-Length: 60000'], 'otra'));
    await line.heard(/^HTTP\/1\.1 401 /);
    for (let sent = 0; sent < 60_000; sent += 10_000) {
      await new Promise<void>((resolve) => line.socket.write('x'.repeat(10_000), () => resolve()));
      // One turn to the server and back, which also brings a reset here.
      await fetch(`http://127.0.0.1:${port}/healthz`);
    }
    line.socket.end();
    await line.closed;
    expect(fault).toBeNull();
  });

  it('twice in one request does not let a second, right one in', async () => {
    const { port, received } = await startReceiver();
    const line = dial(port);
    line.send(head([`Authorization: ${PREVIOUS}`, 'Content-Length: 2'], 'otra') + '{}');
    expect(await line.closed).toMatch(/^HTTP\/1\.1 401 /);
    expect(received).toEqual([]);
  });
});
