import type { Random } from '../../../src/simulator/orders/random.ts';
import { oddBytes, oddStructure, plainBody, type Body } from './bodies.ts';
import { oddlyFramed } from './framing.ts';
import { chunked, HEADERS, join, METHODS, TARGETS, TYPES } from './heads.ts';
import { RIGHT, wrongSecret } from './secrets.ts';

/** One thing that somebody sends on a connection. */
export type Attempt = {
  /** Stands in the order that it is about. */
  readonly id: string;
  readonly what: string;
  /** Written one after the other. */
  readonly pieces: readonly Buffer[];
  /** `one`: a single request whose length is as it says, so there is a single answer and the connection may be used again. */
  readonly framing: 'one' | 'odd';
  /** `reset`: the sender is gone once it has written. */
  readonly ending: 'wait' | 'reset';
  /** Whether it shows a right secret; null: only the receiver can tell. */
  readonly knows: boolean | null;
  /** What a single request to the webhook's usual address brings; null for anything else. */
  readonly body: Buffer | null;
  /** Nothing is odd about it, so it must be taken. */
  readonly isPlain: boolean;
};

/** Begins the id of every order of somebody without the secret: none of them may ever be stored. */
export const STRANGER = 'STRANGER';

/** Returns the attempt of this number: the same for the same seed, whatever else was tried before it. */
export function createAttempt(random: Random, name: string, number: number): Attempt {
  const dice = random.next();
  if (dice < 0.08) return plainAttempt(random, name, number);
  const known = `KNOWN-${name}-${String(number)}`;
  if (dice < 0.36) return usual(random, known, oddStructure(random, known, number));
  if (dice < 0.52) return usual(random, known, oddBytes(random, known, number));
  const stranger = `${STRANGER}-${name}-${String(number)}`;
  if (dice < 0.66) return strange(random, stranger, number);
  if (dice < 0.76) return oddHead(random, known, number);
  return oddlyFramed(random, { known, stranger, number });
}

/** An ordinary order, sent in one of the ways that must be taken. */
export function plainAttempt(random: Random, name: string, number: number): Attempt {
  const id = `KNOWN-${name}-${String(number)}`;
  return usual(random, id, plainBody(id, number), true);
}

/** A webhook from somebody who knows the secret, in one of the ways that gateways send it. */
function usual(random: Random, id: string, body: Body, isPlain = false): Attempt {
  const isChunked = random.chance(0.25);
  const length = isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${String(body.bytes.length)}`;
  const type = random.chance(0.8) ? 'Content-Type: application/json' : random.pick(TYPES.fine);
  const extra = random.chance(0.15) ? [random.pick(HEADERS.harmless)] : [];
  const lines = [`Authorization: ${random.pick(RIGHT)}`, type, length, ...extra];
  const whole = isChunked ? chunked(body.bytes, random) : body.bytes;
  return {
    ...ONE,
    id,
    what: `${body.what}; ${lines.slice(1).join('; ')}`,
    pieces: torn(random, join('POST /webhooks/orders HTTP/1.1', lines, whole)),
    knows: true,
    body: body.bytes,
    isPlain,
  };
}

/** A webhook from somebody who does not. */
function strange(random: Random, id: string, number: number): Attempt {
  const { bytes } = plainBody(id, number);
  const secret = wrongSecret(random);
  const lines = [
    ...(secret === null ? [] : [`Authorization: ${secret}`]),
    random.pick(TYPES.fine),
    `Content-Length: ${String(bytes.length)}`,
    ...(random.chance(0.2) ? [random.pick(HEADERS.harmless)] : []),
  ];
  return {
    ...ONE,
    id,
    what: `stranger; ${lines.join('; ').slice(0, 300)}`,
    pieces: torn(random, join('POST /webhooks/orders HTTP/1.1', lines, bytes)),
    knows: false,
    body: bytes,
  };
}

/** Another method, address, type or encoding, with the right secret or without. */
function oddHead(random: Random, id: string, number: number): Attempt {
  const body = random.chance(0.7) ? plainBody(id, number).bytes : Buffer.alloc(0);
  const method = random.chance(0.5) ? 'POST' : random.pick(METHODS);
  const target = random.chance(0.3) ? '/webhooks/orders' : random.pick(TARGETS);
  const lines = [
    ...(random.chance(0.7) ? [`Authorization: ${random.pick(RIGHT)}`] : []),
    ...(random.chance(0.7) ? [random.pick(random.chance(0.5) ? TYPES.fine : TYPES.odd)] : []),
    ...Array.from({ length: random.between(0, 3) }, () => random.pick(HEADERS.odd)),
    `Content-Length: ${String(body.length)}`,
  ];
  return {
    ...ONE,
    id,
    what: `${method} ${target}; ${lines.slice(1).join('; ')}`.slice(0, 400),
    pieces: torn(random, join(`${method} ${target} HTTP/1.1`, lines, body)),
    knows: null,
    body: null,
  };
}

const ONE = { framing: 'one', ending: 'wait', isPlain: false } as const;

/** Most come in one piece, some in several. */
function torn(random: Random, whole: Buffer): readonly Buffer[] {
  if (random.chance(0.85)) return [whole];
  const at = random.between(0, whole.length);
  const next = random.between(at, whole.length);
  return [whole.subarray(0, at), whole.subarray(at, next), whole.subarray(next)];
}
