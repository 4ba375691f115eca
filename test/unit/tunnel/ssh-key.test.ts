import { expect, test } from 'vitest';
import { makeSshKey, publicHalf } from '../../../src/main/tunnel/ssh-key.ts';

test('every one of many keys can be read again', async () => {
  const answers = await Promise.all(Array.from({ length: 600 }, async () => (await makeSshKey()).privateKey));
  const halves = await Promise.all(answers.map(publicHalf));
  expect(halves.filter((half) => !half.ok)).toEqual([]);
});

test('what is no key is said to be unreadable', async () => {
  expect(await publicHalf('no key at all')).toEqual({ ok: false, error: 'unreadable' });
});
