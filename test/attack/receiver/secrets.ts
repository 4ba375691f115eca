import type { Random } from '../../../src/simulator/orders/random.ts';

export const SECRET = 'Basic clave que resiste ñ 7Qx';
export const PREVIOUS = 'la clave de antes';

const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** `Authorization` values that the receiver must take, as latin1: what gateways make of the two secrets. */
export const RIGHT: readonly [string, ...string[]] = [
  utf8(SECRET),
  SECRET,
  `  ${SECRET}\t `,
  utf8(SECRET).replace('Basic', 'bASIC'),
  utf8(SECRET).replace('Basic ', 'Basic \t  '),
  `Bearer ${utf8(SECRET)}`,
  `"${utf8(SECRET)}"`,
  `Basic ${base64(SECRET)}`,
  `Basic ${base64(`nadie:${SECRET}`)}`,
  `bearer ${base64(SECRET)}`,
  PREVIOUS,
  `'${PREVIOUS}'`,
  `Bearer ${PREVIOUS}`,
  `Bearer Bearer ${PREVIOUS}`,
  `Bearer "Basic ${base64(`nadie:${PREVIOUS}`)}"`,
  `Basic ${base64(`:${PREVIOUS}`)}`,
  `Basic ${base64(`${PREVIOUS}:`)}`,
];

/** Values that it must refuse; null: no such header at all. */
const WRONG: readonly [string | null, ...(string | null)[]] = [
  null,
  '',
  'Basic',
  'Bearer ',
  'Basic ====',
  'Basic 00:',
  utf8(SECRET).slice(0, -1),
  `${utf8(SECRET)}x`,
  utf8(SECRET).toUpperCase(),
  utf8(SECRET).replace('Basic ', ''),
  `${PREVIOUS}, ${PREVIOUS}`,
  `${PREVIOUS};${utf8(SECRET)}`,
  PREVIOUS.replaceAll(' ', '  '),
  `Digest ${PREVIOUS}`,
  `Basic ${base64(`${PREVIOUS}:x`)}`,
  `Basic ${base64(`${PREVIOUS}\0`)}`,
  `${'Bearer '.repeat(9)}${PREVIOUS}`,
  `Basic ${Buffer.from(base64(PREVIOUS)).toString('base64')}`,
  `"${PREVIOUS}`,
  '__proto__',
  'undefined',
  'null',
  'Bearer [object Object]',
  `a${' '.repeat(7_000)}b`,
  `Basic${'\t'.repeat(7_000)}b`,
  '"'.repeat(7_000),
  `Basic ${'A'.repeat(7_000)}`,
];

/** Those of them, and others, that no few changed bytes make right. */
const FAR_FROM_RIGHT: readonly [string | null, ...(string | null)[]] = [
  null,
  '',
  'Basic',
  'Bearer ',
  'Basic ====',
  '__proto__',
  'undefined',
  'Bearer [object Object]',
  'una llave que no abre nada',
  `Basic ${base64('nadie:nada que abra')}`,
  `a${' '.repeat(7_000)}b`,
  `Basic ${'A'.repeat(7_000)}`,
];

/** What a stranger says whose bytes are changed on the way: near a right one, a changed byte could put it right. */
export function farWrongSecret(random: Random): string | null {
  return random.pick(FAR_FROM_RIGHT);
}

export function wrongSecret(random: Random): string | null {
  if (random.chance(0.7)) return random.pick(WRONG);
  // One letter of a right one is another.
  const right = random.pick([utf8(SECRET), PREVIOUS]);
  const at = random.between(0, right.length - 1);
  const letter = right[at] === 'x' ? 'y' : 'x';
  return `${right.slice(0, at)}${letter}${right.slice(at + 1)}`;
}
