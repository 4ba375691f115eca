import { expect, test } from 'vitest';
import { createUrlFinder } from '../../../src/main/tunnel/url-finder.ts';
import { processorMs } from '../../processor-time.ts';

test('an address is found in a line that comes in pieces and in colour, and so is the next one', () => {
  const find = createUrlFinder('https://[a-z]+\\.lhr\\.example', 'lhr.example');
  expect(find('\u001B[1mtunneled with tls: https://ab')).toEqual([]);
  expect(find('cd.lhr.example\u001B[0m\r\n')).toEqual(['https://abcd.lhr.example']);
  expect(find('now https://other.lhr.example\n')).toEqual(['https://other.lhr.example']);
});

test("a group marks the address, and the service's own site is none", () => {
  const find = createUrlFinder('(https?://\\S+)', 'service.example');
  expect(find('Docs: https://service.example/docs\nYours: https://shop.example/\n')).toEqual([
    'https://shop.example',
  ]);
  expect(createUrlFinder('for (\\S+) now', '')('forwarding for shop.example now\n')).toEqual([
    'https://shop.example',
  ]);
});

test('a line without end and a pattern that finds nothing do no harm', () => {
  const find = createUrlFinder('https://never', '');
  for (let piece = 0; piece < 1_000; piece += 1) expect(find('x'.repeat(10_000))).toEqual([]);
  expect(createUrlFinder(':+', '')('here ::: there\n')).toEqual([]);
});

test.each([
  ['(a+)+$', 'a'],
  ['^(?:a|a)*$', 'a'],
  ['(?:a*)*b', 'a'],
  ['(https://(?:[a-z]+)*)#', 'https://a'],
  ['(\\w+\\s?)+:$', 'ab '],
  ['(?=(a+))\\1*(?:a+)+c', 'a'],
  ['(?:(?:(?:x{0,50}){0,50}){0,50})!', 'x'],
])('a pattern that would take for ever takes a moment and is given up: %s', (pattern, piece) => {
  let givenUp = 0;
  const find = createUrlFinder(pattern, '', () => (givenUp += 1));
  const output = `${piece.repeat(400).slice(0, 400)}-\n`.repeat(20);
  const spent = processorMs(() => {
    for (let call = 0; call < 200; call += 1) find(output);
  });
  expect(spent).toBeLessThan(1_500);
  expect(givenUp).toBeLessThanOrEqual(1);
});

test('a usual pattern is heard through any noise, for ever', () => {
  const find = createUrlFinder('https://[a-z]+\\.lhr\\.example', '');
  for (let call = 0; call < 200; call += 1) expect(find('a'.repeat(400).concat('\n').repeat(20))).toEqual([]);
  expect(find('https://ab.lhr.example\n')).toEqual(['https://ab.lhr.example']);
});
