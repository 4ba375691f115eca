import { describe, expect, it } from 'vitest';
import { dial, head, orderText, startReceiver } from './rig.ts';

/** What Chromium sends for a page of https://evil.example. */
const ORIGIN = 'Origin: https://evil.example';
const CROSS = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: image'];

async function ask(port: number, line: string, lines: readonly string[], body = ''): Promise<string> {
  const one = dial(port);
  const length = body === '' ? [] : [`Content-Length: ${String(Buffer.byteLength(body))}`];
  const host = lines.some((header) => header.startsWith('Host:')) ? [] : [`Host: 127.0.0.1:${String(port)}`];
  one.send([`${line} HTTP/1.1`, ...host, ...lines, ...length, 'Connection: close', '', body].join('\r\n'));
  return one.closed;
}

describe('a web page on this computer', () => {
  it.each([
    ['an image or a script', 'GET /healthz', CROSS],
    ['fetch', 'GET /healthz', [ORIGIN, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: cors']],
    ['a page of another port', 'GET /healthz', ['Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: no-cors']],
    ['an old browser', 'GET /webhooks/orders', ['Origin: null']],
    [
      'a frame',
      'GET /webhooks/orders',
      ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe'],
    ],
    [
      'a question before the real one',
      'OPTIONS /webhooks/orders',
      [
        ORIGIN,
        'Access-Control-Request-Method: POST',
        'Access-Control-Request-Headers: authorization',
        'Access-Control-Request-Private-Network: true',
      ],
    ],
    ['a name turned to this computer', 'GET /healthz', ['Host: evil.example:PORT']],
    ['the same, the webhook', 'HEAD /webhooks/orders', ['Host: EVIL.example:PORT']],
    ['a nonce that it cannot know', 'GET /healthz/n-1', [ORIGIN]],
  ])('learns nothing by %s', async (_how, line, lines) => {
    const { port } = await startReceiver({ answerNonce: (nonce) => (nonce === 'n-1' ? 'mac' : null) });
    const answer = await ask(
      port,
      line,
      lines.map((header) => header.replace('PORT', String(port))),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
    expect(answer).not.toMatch(/access-control|mac/i);
  });

  it.each([
    ['a form', ['Content-Type: text/plain', ORIGIN]],
    [
      'a form of a name turned to this computer',
      [
        'Content-Type: application/x-www-form-urlencoded',
        'Host: evil.example:PORT',
        'Origin: http://evil.example:PORT',
      ],
    ],
    ['a beacon', ['Content-Type: text/plain;charset=UTF-8', ORIGIN, ...CROSS]],
    ['a secret that it guessed', ['Content-Type: application/json', ORIGIN, 'Authorization: Basic b3RyYQ==']],
  ])('stores nothing by %s', async (_how, lines) => {
    const { port, received } = await startReceiver();
    const own = lines.map((header) => header.replace('PORT', String(port)));
    const answer = await ask(port, 'POST /webhooks/orders', own, orderText());
    expect(answer).toMatch(/^HTTP\/1\.1 401 [^\r]+\r\n(?![\s\S]*access-control)/i);
    expect(received).toEqual([]);
  });
});

describe('who is no page', () => {
  it.each([
    ['a gateway that passes on a name', ['Host: pedidos.tienda.example']],
    ['a gateway with a port of its own', ['Host: tienda.example:8443']],
    ['a program here', ['Host: localhost:PORT']],
    [
      'somebody who types the address',
      ['Sec-Fetch-Site: none', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'],
    ],
    [
      'somebody who follows a link',
      ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'],
    ],
    ['a program with fetch', ['Sec-Fetch-Mode: cors']],
  ])('%s is answered', async (_who, lines) => {
    const { port } = await startReceiver();
    const own = lines.map((header) => header.replace('PORT', String(port)));
    for (const path of ['/healthz', '/webhooks/orders'])
      expect(await ask(port, `GET ${path}`, own)).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  });

  it('a webhook with the right secret is let in, whatever a gateway adds to it', async () => {
    const { port, received } = await startReceiver();
    const body = orderText();
    const line = dial(port);
    line.send(head([ORIGIN, ...CROSS, `Content-Length: ${String(body.length)}`, 'Connection: close']) + body);
    expect(await line.closed).toMatch(/^HTTP\/1\.1 200 /);
    expect(received).toHaveLength(1);
  });

  it("the app's own look through the public address is answered under any name", async () => {
    const { port } = await startReceiver({ answerNonce: () => 'mac' });
    expect(await ask(port, 'GET /healthz/n-1', [`Host: tienda.example:${String(port)}`])).toMatch(
      /^HTTP\/1\.1 200 OK[\s\S]*mac$/,
    );
  });
});
