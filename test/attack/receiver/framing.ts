import type { Random } from '../../../src/simulator/orders/random.ts';
import { plainBody } from './bodies.ts';
import { chunked, HEADERS, join, METHODS } from './heads.ts';
import type { Attempt } from './requests.ts';
import { farWrongSecret, RIGHT, wrongSecret } from './secrets.ts';

type Who = { readonly known: string; readonly stranger: string; readonly number: number };

/** What no HTTP client would send: bytes changed in the head, lengths that lie, several at once, halves. */
export function oddlyFramed(random: Random, { known, stranger, number }: Who): Attempt {
  const isKnown = random.chance(0.5);
  const id = isKnown ? known : stranger;
  const secret = isKnown ? random.pick(RIGHT) : (farWrongSecret(random) ?? '');
  const { bytes: body } = plainBody(id, number);
  const [kind, make] = random.pick(KINDS);
  const whole = make({ random, body, secret, line: 'POST /webhooks/orders HTTP/1.1' });
  const isHalf = random.chance(0.15);
  const sent = isHalf ? whole.subarray(0, random.between(0, whole.length)) : whole;
  const at = random.chance(0.3) ? random.between(0, sent.length) : sent.length;
  return {
    id,
    what: `${isKnown ? 'known' : 'stranger'}, ${kind}${isHalf ? ', half' : ''}`,
    pieces: [sent.subarray(0, at), sent.subarray(at)],
    framing: 'odd',
    ending: random.chance(0.2) ? 'reset' : 'wait',
    // A changed byte may make a right secret wrong, and none of a stranger's right.
    knows: isKnown ? null : false,
    body: null,
    isPlain: false,
  };
}

type Parts = {
  readonly random: Random;
  readonly body: Buffer;
  readonly secret: string;
  readonly line: string;
};

const length = (body: Buffer): string => `Content-Length: ${String(body.length)}`;
const authorized = (secret: string): string => `Authorization: ${secret}`;

const KINDS: readonly [
  readonly [string, (parts: Parts) => Buffer],
  ...(readonly [string, (parts: Parts) => Buffer])[],
] = [
  ['bytes changed', (parts) => changed(plain(parts), parts)],
  ['bytes changed', (parts) => changed(plain(parts), parts)],
  ['bytes changed', (parts) => changed(plain(parts), parts)],
  [
    'several at once',
    (parts) => Buffer.concat(Array.from({ length: parts.random.between(2, 6) }, () => plain(parts))),
  ],
  [
    'length and chunks',
    ({ random, body, secret, line }) =>
      join(line, [authorized(secret), length(body), 'Transfer-Encoding: chunked'], chunked(body, random)),
  ],
  [
    'two lengths',
    ({ body, secret, line }) => join(line, [authorized(secret), length(body), 'Content-Length: 5'], body),
  ],
  [
    'a length that lies',
    ({ random, body, secret, line }) =>
      join(
        line,
        [authorized(secret), `Content-Length: ${String(body.length + random.between(-body.length, 500))}`],
        body,
      ),
  ],
  [
    'a length that is none',
    ({ random, body, secret, line }) =>
      join(
        line,
        [
          authorized(secret),
          `Content-Length: ${random.pick(['-1', '+4', '0x10', '1e3', '', ' ', '4,4', '18446744073709551616', '99999999999999999999999', 'NaN'])}`,
        ],
        body,
      ),
  ],
  [
    'an odd transfer',
    ({ random, body, secret, line }) =>
      join(
        line,
        [
          authorized(secret),
          `Transfer-Encoding: ${random.pick(['gzip', 'gzip, chunked', 'chunked, chunked', 'identity', ' chunked', 'xchunked', 'chunked;q=1', '', 'CHUNKED\t'])}`,
        ],
        chunked(body, random),
      ),
  ],
  [
    'broken chunks',
    ({ random, body, secret, line }) =>
      changed(
        join(line, [authorized(secret), 'Transfer-Encoding: chunked'], chunked(body, random)),
        { random, body, secret, line },
        'anywhere',
      ),
  ],
  [
    'chunk sizes',
    ({ random, secret, line }) =>
      join(
        line,
        [authorized(secret), 'Transfer-Encoding: chunked'],
        `${random.pick(['ffffffffffffffff', '-1', '0x5', '7fffffff', '5;'.padEnd(20_000, 'a'), ' 5', '00000000000000005'])}\r\nhola!\r\n0\r\n\r\n`,
      ),
  ],
  [
    'bare line ends',
    (parts) =>
      Buffer.from(
        plain(parts)
          .toString('latin1')
          .replaceAll('\r\n', parts.random.pick(['\n', '\r', '\r\r\n'])),
        'latin1',
      ),
  ],
  [
    'folded headers',
    ({ body, secret, line }) => join(line, [`Authorization:\r\n ${secret}`, length(body)], body),
  ],
  [
    'another version',
    ({ random, body, secret }) =>
      join(
        `POST /webhooks/orders HTTP/${random.pick(['1.0', '0.9', '2.0', '1.11', '9.9', '1', ''])}`,
        [authorized(secret), length(body)],
        body,
      ),
  ],
  [
    'a method that is none',
    ({ random, body, secret }) =>
      join(
        `${random.pick(['post', 'CONNECT', 'PRI', 'POSTX', '', ...METHODS])} ${random.pick(['/webhooks/orders', '*', 'tienda:80', ''])} HTTP/1.1`,
        [authorized(secret), length(body)],
        body,
      ),
  ],
  [
    'many headers',
    ({ random, body, secret, line }) =>
      join(
        line,
        [
          ...Array.from({ length: random.between(100, 2_500) }, (_, at) => `X-${String(at)}: 1`),
          authorized(secret),
          length(body),
        ],
        body,
      ),
  ],
  [
    'long header',
    ({ random, body, secret, line }) =>
      join(
        line,
        [`X-Long: ${'x'.repeat(random.between(10_000, 40_000))}`, authorized(secret), length(body)],
        body,
      ),
  ],
  [
    'secrets twice',
    ({ random, body, secret, line }) =>
      join(line, [authorized(secret), `authorization: ${wrongSecret(random) ?? ''}`, length(body)], body),
  ],
  [
    'odd headers',
    ({ random, body, secret, line }) =>
      join(
        line,
        [...Array.from({ length: 8 }, () => random.pick(HEADERS.odd)), authorized(secret), length(body)],
        body,
      ),
  ],
  [
    'noise',
    ({ random }) => Buffer.from(Array.from({ length: random.between(1, 600) }, () => random.between(0, 255))),
  ],
  [
    'a body behind GET',
    ({ body, secret }) => join('GET /healthz HTTP/1.1', [authorized(secret), length(body)], body),
  ],
  [
    'too large',
    ({ secret, line }) => join(line, [authorized(secret), 'Content-Length: 1048577'], 'x'.repeat(2_000)),
  ],
];

function plain({ body, secret, line }: Parts): Buffer {
  return join(line, [authorized(secret), 'Content-Type: application/json', length(body)], body);
}

/** Changes a few bytes of the head, or of all of it. */
function changed(whole: Buffer, { random, body }: Parts, where: 'head' | 'anywhere' = 'head'): Buffer {
  let bytes = whole;
  for (let count = random.between(1, 3); count > 0; count -= 1) {
    const end = where === 'head' ? bytes.length - body.length : bytes.length;
    const at = random.between(0, Math.max(0, end - 1));
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    const odd = Buffer.from([random.pick([0, 9, 10, 13, 32, 58, 37, 127, 128, 255, random.between(0, 255)])]);
    const tail = random.pick([after.subarray(1), after, after.subarray(random.between(1, 9))]);
    bytes = Buffer.concat([before, random.chance(0.8) ? odd : Buffer.alloc(0), tail]);
  }
  return bytes;
}
