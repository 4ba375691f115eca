import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/main/webhook/limits.ts';
import { dial, head, orderText, post, startReceiver } from './rig.ts';

describe('a sender that waits to be asked for its body', () => {
  const body = orderText();
  const lines = [`Content-Length: ${body.length}`, 'Expect: 100-continue', 'Connection: close'];

  it('is asked once its secret was right', async () => {
    const { port, received } = await startReceiver();
    const line = dial(port);
    line.send(head(lines));
    await line.heard(/^HTTP\/1\.1 100 Continue\r\n\r\n$/);
    line.send(body);
    expect(await line.closed).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
    expect(received).toHaveLength(1);
  });

  it.each([
    ['its secret is wrong', 401, head(lines, 'otra')],
    ['its body is too large', 413, head(['Content-Length: 99999999', ...lines.slice(1)])],
    ['its type is wrong', 415, head(lines).replace('application/json', 'application/json; charset=utf-16')],
    ['nobody lives there', 404, head(lines).replace('/webhooks/orders', '/elsewhere')],
  ])('is never asked when %s', async (_why, status, request) => {
    // Were it asked, the answer would wait for the body until the time-out of the test.
    const { port } = await startReceiver({ limits: { lingerMs: 60_000, bodyMs: 60_000, requestMs: 60_000 } });
    const line = dial(port);
    line.send(request);
    const answer = await line.closed;
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).not.toContain('100 Continue');
  });

  it('with an expectation that nobody knows is served like any other', async () => {
    const { port } = await startReceiver();
    const line = dial(port);
    line.send(head([lines[0] ?? '', 'Expect: la-luna', 'Connection: close']) + body);
    expect(await line.closed).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('odd traffic', () => {
  it('requests sent in one go are answered in their order', async () => {
    const { port, received } = await startReceiver();
    const line = dial(port);
    const bodies = [orderText(), '{"order_id":', orderText()];
    const last = bodies.length - 1;
    line.send(
      bodies
        .map((body, at) => {
          const ending = at === last ? ['Connection: close'] : [];
          return head([`Content-Length: ${body.length}`, ...ending]) + body;
        })
        .join(''),
    );
    const statuses = [...(await line.closed).matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status);
    expect(statuses).toEqual(['200', '400', '200']);
    expect(received).toHaveLength(2);
  });

  it.each([
    ['noise', Buffer.from(Array.from({ length: 2_000 }, (_, at) => (at * 7919) % 256)), 400],
    ['a TLS hello', Buffer.from('16030100c8010000c40303', 'hex'), 400],
    ['HTTP/2 without being asked', Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), 400],
    ['two lengths', Buffer.from(head(['Content-Length: 4', 'Content-Length: 5']) + 'hola'), 400],
    [
      'length and chunks at once',
      Buffer.from(head(['Content-Length: 4', 'Transfer-Encoding: chunked'])),
      400,
    ],
    ['a length that is no number', Buffer.from(head(['Content-Length: 1e3'])), 400],
    ['a broken chunk', Buffer.from(head(['Transfer-Encoding: chunked']) + 'zz\r\n'), 400],
    ['no host', Buffer.from('GET /healthz HTTP/1.1\r\n\r\n'), 400],
    ['headers without end', Buffer.from(head([`X-Long: ${'x'.repeat(100_000)}`])), 431],
  ])('%s is turned away, and the next sender is served', async (_name, bytes, status) => {
    const { port, url } = await startReceiver();
    const line = dial(port);
    line.send(bytes);
    const answer = await line.closed;
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [^\\r]+\\r\\nConnection: close\\r\\n`));
    // Nothing of what was sent comes back.
    expect(answer.length).toBeLessThan(150);
    expect((await post(url, orderText())).status).toBe(200);
  });

  it('however many connections there are, the strangers among them stay few, and the next order is let in at once', async () => {
    const limits = { maxConnections: 20, hardMaxConnections: 40 };
    const { port, url } = await startReceiver({ limits });
    const lines = Array.from({ length: 100 }, () => dial(port));
    const ask = 'GET /healthz HTTP/1.1\r\nHost: tienda\r\n\r\n';
    for (const line of lines) line.socket.once('connect', () => line.send(ask));
    await expect.poll(() => lines.filter(({ socket }) => socket.destroyed).length).toBe(80);
    expect((await post(url, orderText())).status).toBe(200);
    expect(DEFAULT_LIMITS).toMatchObject({ maxConnections: 256, hardMaxConnections: 512 });
  });

  it('250 orders at once are all stored', async () => {
    const { url, received } = await startReceiver();
    const answers = await Promise.all(Array.from({ length: 250 }, () => post(url, orderText())));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(received.map(({ order }) => order.id)).size).toBe(250);
  });
});
