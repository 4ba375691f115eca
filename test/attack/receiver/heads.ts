import type { Random } from '../../../src/simulator/orders/random.ts';

type Some = readonly [string, ...string[]];

export const METHODS: Some = [
  ...([
    'GET',
    'HEAD',
    'PUT',
    'DELETE',
    'OPTIONS',
    'PATCH',
    'TRACE',
    'PROPFIND',
    'M-SEARCH',
    'QUERY',
  ] as const),
  ...(['LOCK', 'SEARCH', 'PURGE', 'REPORT', 'LINK'] as const),
];

export const TARGETS: Some = [
  '/',
  '/healthz',
  '/healthz/',
  '/healthz/abc',
  '/healthz/%E0%A4%A',
  '/healthz/..%2fwebhooks%2forders',
  '/healthz/__proto__',
  '/WEBHOOKS/orders/',
  '//webhooks///orders',
  '/webhooks/./orders?secret=1#x',
  '/webhooks/%6frders',
  '/webhooks/orders%00',
  '/webhooks\\orders',
  '/webhooks/orders;a=1',
  'http://otra.example/webhooks/orders',
  'http://[::1/webhooks/orders',
  '//evil.example/webhooks/orders',
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/webhooks/orders',
  '/__proto__',
  '/constructor/prototype',
  '/%',
  '/%ff%fe',
  `/${'a/'.repeat(3_000)}`,
  `/${'%2f'.repeat(2_000)}`,
  `/webhooks/orders${'/'.repeat(5_000)}`,
  `/${'../'.repeat(2_000)}webhooks/orders`,
  '/?__proto__[x]=1&constructor[prototype][x]=1',
];

export const TYPES: { readonly fine: Some; readonly odd: Some } = {
  fine: [
    'Content-Type: application/json',
    'content-type: application/json; charset=utf-8',
    'CONTENT-TYPE: Application/JSON;charset="UTF-8"',
    'Content-Type: application/vnd.orders+json',
    'Content-Type: text/json',
    'X-None: 1',
    'Content-Type: text/plain',
    'Content-Type: application/x-www-form-urlencoded',
  ],
  odd: [
    'Content-Type: application/json; charset=utf-16',
    'Content-Type: application/json; charset=latin1',
    'Content-Type: multipart/form-data; boundary=x',
    'Content-Type: ;;;,,,',
    'Content-Type: charset=',
    `Content-Type: application/${'+'.repeat(4_000)}json`,
    `Content-Type: ${'a/b;'.repeat(1_500)}`,
    'Content-Type: __proto__',
    'Content-Type:',
  ],
};

export const HEADERS: { readonly harmless: Some; readonly odd: Some } = {
  harmless: [
    'Expect: 100-continue',
    'Expect: la-luna',
    'User-Agent: "><script>alert(1)</script>\t\u00ff',
    'X-Forwarded-For: 127.0.0.1, 10.0.0.1',
    'Content-Encoding: identity',
    'Content-Encoding: utf-8',
    'Origin: https://evil.example',
    'Cookie: a=b; __proto__=1',
    'Upgrade: h2c',
    'TE: trailers, gzip',
    'Constructor: 1',
    '__proto__: 1',
    'Accept-Encoding: gzip',
    'Connection: keep-alive, close',
    'Date: Sat, 31 Dec 2099 23:59:59 GMT',
  ],
  odd: [
    'Content-Encoding: gzip',
    'Content-Encoding: br, gzip, identity',
    `Content-Encoding: ${','.repeat(4_000)}`,
    'Upgrade: websocket',
    'Connection: upgrade',
    'Connection: close',
    'HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA',
    'Range: bytes=0-1,2-3,5-',
    'If-None-Match: *',
    'If-Modified-Since: Sat, 31 Dec 2099 23:59:59 GMT',
    'Host: otra.example',
    'Host:',
    'X-HTTP-Method-Override: DELETE',
    'Authorization: otra',
    'Access-Control-Request-Method: POST',
    'Sec-Fetch-Site: cross-site',
    `Expect: ${'100-continue,'.repeat(300)}`,
    `X-Long: ${'x'.repeat(5_000)}`,
    `User-Agent: ${'\u00ff'.repeat(2_000)}`,
  ],
};

/** A request as bytes; headers are latin1, as on the wire. */
export function join(line: string, lines: readonly string[], body: Buffer | string = ''): Buffer {
  const head = [line, 'Host: tienda', ...lines, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}

export function chunked(body: Buffer, random: Random): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const size = Math.min(body.length - at, random.between(1, 3_000));
    const extension = random.chance(0.1) ? ';a="b"' : '';
    parts.push(
      Buffer.from(`${size.toString(16)}${extension}\r\n`),
      body.subarray(at, at + size),
      Buffer.from('\r\n'),
    );
    at += size;
  }
  const trailer = random.chance(0.1) ? 'X-Late: 1\r\nAuthorization: otra\r\n' : '';
  return Buffer.concat([...parts, Buffer.from(`0\r\n${trailer}\r\n`)]);
}
