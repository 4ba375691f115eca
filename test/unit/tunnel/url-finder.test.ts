import { expect, test } from 'vitest';
import { createUrlFinder } from '../../../src/main/tunnel/url-finder.ts';

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
