import { expect, it } from 'vitest';
import { verifySecret } from '../../../src/main/webhook/verify-secret.ts';
import { createRandom } from '../../../src/simulator/orders/random.ts';

/** Long, so that a comparison which stops at the first wrong letter would have far to go. */
const SECRET = letters(2_000, 1);
const PREVIOUS = letters(2_000, 2);
/** How much of a guess is right. */
const SHARES = [0, 0.25, 0.5, 0.75, 0.9995];
const ROUNDS = 500;
const CALLS = 10;
/** Of a normal distribution: one run of 150,000 goes beyond by chance. */
const LIMIT = 4.5;

type Verify = (header: string, secrets: readonly string[]) => unknown;

/**
 * Returns how surely a guess takes the longer the more of it is right: Page's trend test. In each round every guess is timed
 * once, in another order; only their ranks within the round count, so what else the computer does adds noise and no trend.
 */
function trendOf(verify: Verify): number {
  const random = createRandom(7);
  const guesses = SHARES.map((share) => guessWith(Math.floor(SECRET.length * share)));
  const time = (guess: string): bigint => {
    const began = process.hrtime.bigint();
    for (let call = 0; call < CALLS; call += 1) verify(guess, [SECRET, PREVIOUS]);
    return process.hrtime.bigint() - began;
  };
  for (const guess of guesses) for (let round = 0; round < 30; round += 1) time(guess);
  const size = guesses.length;
  let sum = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = guesses
      .map((guess, place) => ({ guess, place, order: random.next() }))
      .toSorted((a, b) => a.order - b.order)
      .map(({ guess, place }) => ({ place, took: time(guess) }));
    const ranked = times.toSorted((a, b) => Number(a.took - b.took));
    for (const [rank, { place }] of ranked.entries()) sum += (rank + 1) * (place + 1);
  }
  const mean = (ROUNDS * size * (size + 1) ** 2) / 4;
  const deviation = Math.sqrt((ROUNDS * size ** 2 * (size + 1) * (size ** 2 - 1)) / 144);
  return (sum - mean) / deviation;
}

it('the time of the comparison tells nothing of how much of a guess is right', () => {
  expect(Math.abs(trendOf(verifySecret))).toBeLessThan(LIMIT);
});

it('the same measurement finds a comparison that stops at the first wrong letter, beside the real one', () => {
  // It looks at every eighth letter: all its way takes about a hundredth of what the real one takes (0.6 of 56 µs where this was
  // written, found there with 20 deviations; every fortieth, 0.12 µs, with 4.9).
  const leaky: Verify = (header, secrets) => {
    let same = 0;
    const [secret = ''] = secrets;
    while (same < secret.length && header.charCodeAt(same) === secret.charCodeAt(same)) same += 8;
    return [verifySecret(header, secrets), same >= secret.length];
  };
  expect(trendOf(leaky)).toBeGreaterThan(LIMIT);
});

/** A guess of the length of the secret of which so many letters are right. */
function guessWith(right: number): string {
  return flat(SECRET.slice(0, right) + letters(SECRET.length, 3).slice(right));
}

function letters(length: number, seed: number): string {
  const random = createRandom(seed);
  return flat(Array.from({ length }, () => String.fromCharCode(random.between(97, 122))).join(''));
}

/** In one piece: a string that was put together is still in parts, and takes longer to read. */
function flat(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
