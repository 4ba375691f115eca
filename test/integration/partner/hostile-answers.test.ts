import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { json, lastDays, openClient, openOddServer, TOKEN, type Seen } from './rig.ts';

const MIB = 1024 * 1024;
const LIMITS = { timeoutMs: 4_000, maxBytes: 8 * MIB } as const;

/** What the client says of a server that answers like this, and what the server got. */
async function ask(answer: (request: Seen, response: ServerResponse) => void) {
  const server = await openOddServer(answer);
  const { client, logged } = openClient({ baseUrl: server.baseUrl, ...LIMITS });
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const page = await client.listOrders(lastDays(1));
  const grownMib = (process.memoryUsage().rss - before) / MIB;
  return { page, ms: performance.now() - began, grownMib, seen: server.seen, logged };
}
/** A stream without an end, as fast as the other side takes it. */
function pour(response: ServerResponse, piece: string): void {
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}
const bomb = (depth: number, pack: (bytes: Buffer) => Buffer): Buffer => {
  let bytes: Buffer = Buffer.alloc(200 * MIB, 0x20);
  for (let round = 0; round < depth; round += 1) bytes = pack(bytes);
  return bytes;
};
const BOMBS: readonly (readonly [string, () => Buffer])[] = [
  ['gzip', () => bomb(1, (bytes) => gzipSync(bytes, { level: 1 }))],
  ['deflate', () => bomb(1, (bytes) => deflateSync(bytes, { level: 1 }))],
  ['br', () => bomb(1, (bytes) => brotliCompressSync(bytes, { params: { 1: 1 } }))],
  ['zstd', () => bomb(1, (bytes) => zstdCompressSync(bytes))],
  ['gzip, gzip', () => bomb(2, (bytes) => gzipSync(bytes, { level: 1 }))],
];

describe('an answer without measure ends in time, in little memory, and is said', () => {
  test.each(BOMBS)('packed as %s', async (encoding, make) => {
    const bytes = make();
    const { page, ms, grownMib } = await ask((_request, response) => {
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding })
        .end(bytes);
    });
    expect(page).toMatchObject({ ok: false, error: { code: 'bad-response' } });
    expect(ms).toBeLessThan(25_000);
    expect(grownMib).toBeLessThan(150);
  });

  test.each(['[', ' ', '{"orders":[', 'x'])('endless %j', async (piece) => {
    const { page, ms, grownMib } = await ask((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      pour(response, piece.repeat(16_384));
    });
    expect(page).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/bad-response|offline/) as string },
    });
    expect(ms).toBeLessThan(25_000);
    expect(grownMib).toBeLessThan(200);
  });

  test.each([401, 429, 500])('endless behind a %i', async (status) => {
    const { page, ms } = await ask((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      pour(response, '{"message":"x"},'.repeat(1_000));
    });
    expect(page.ok).toBe(false);
    expect(ms).toBeLessThan(25_000);
  });

  test('headers of megabytes, and headers without an end', async () => {
    const big = await ask((_request, response) => {
      response.socket?.write(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(3 * MIB)}\r\n\r\n{}`);
    });
    expect(big.page.ok).toBe(false);
    const endless = await ask((_request, response) => {
      const { socket } = response;
      socket?.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket?.write('X-More: yes\r\n'), 20);
      socket?.once('close', () => clearInterval(timer));
    });
    expect(endless.page).toMatchObject({ ok: false, error: { code: 'offline' } });
    expect(endless.ms).toBeLessThan(25_000);
  });

  test('nested too deeply to be read', async () => {
    const { page, ms } = await ask((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(`{"orders":${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}}`);
    });
    expect(page.ok ? page.value.orders : []).toEqual([]);
    expect(ms).toBeLessThan(25_000);
  });

  test('a drip inside the body, byte by byte', async () => {
    const { page, ms } = await ask((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 50);
      response.once('close', () => clearInterval(timer));
    });
    expect(page).toMatchObject({ ok: false, error: { code: 'offline' } });
    expect(ms).toBeLessThan(25_000);
  });
});

describe('a redirect', () => {
  test.each([
    ['another origin', 'https://evil.example/'],
    ['no address', 'http://[::1'],
    ['this computer', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['itself', '/v2/chains'],
    ['a name with the token in it', `https://evil.example/?t=${TOKEN}`],
    ['control characters', 'https://evil.example/\u0001\u001b[31m'],
  ])('to %s gets no token, and is said', async (_what, location) => {
    for (const status of [301, 302, 303, 307, 308]) {
      const outside = await openOddServer((_request, response) => json(response, 200, { orders: [] }));
      const { page, seen } = await ask((_request, response) => {
        response.socket?.end(
          `HTTP/1.1 ${String(status)} Moved\r\nLocation: ${location.replace('https://evil.example', outside.baseUrl)}\r\nContent-Length: 0\r\n\r\n`,
        );
      });
      expect(outside.seen).toEqual([]);
      expect(seen).toHaveLength(1);
      expect(page).toMatchObject({ ok: false });
      const said = JSON.stringify(page);
      expect(said).not.toContain(TOKEN);
      expect(said).not.toMatch(/\\u00[01]/);
    }
  });
});

test.each([
  '99999999999999999999',
  '1e308',
  '-5',
  'Infinity',
  '0x7fffffff',
  'Fri, 31 Dec 9999 23:59:59 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  '9'.repeat(400),
  '1, 2, 99999999',
])('a Retry-After of %s holds for a quarter of an hour at most', async (wish) => {
  const { page } = await ask((_request, response) => {
    response.writeHead(429, { 'retry-after': wish, 'content-type': 'application/json' }).end('{}');
  });
  if (page.ok) throw new Error('It was taken for an answer');
  expect(page.error.code).toBe('rate-limited');
  const { retryAfterMs } = page.error;
  expect(retryAfterMs === null || (retryAfterMs >= 0 && retryAfterMs <= 15 * 60_000)).toBe(true);
});

test('what a page says of its own size is believed only as far as it can be', async () => {
  for (const total of [1e308, -1, Number.MAX_SAFE_INTEGER, '99999999999999999999', null, {}, [], 'NaN']) {
    const { page } = await ask((_request, response) =>
      json(response, 200, { orders: [], total_pages: total, page_size: total }),
    );
    expect(page.ok && (Number.isNaN(page.value.totalPages) || page.value.totalPages < 0)).toBe(false);
  }
});

test('names of everything in an answer are no orders and change nothing', async () => {
  const { page } = await ask((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      '{"__proto__":{"orders":[{}]},"constructor":{"prototype":{"x":1}},"orders":[{"__proto__":{"order_id":"x"}}],"total_pages":1}',
    );
  });
  expect(page).toMatchObject({ ok: true, value: { orders: [], skipped: 1 } });
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});
