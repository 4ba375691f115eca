import { expect, test } from 'vitest';
import { isLoopback } from '../../../src/shared/address.ts';

const hostOf = (url: string): string => new URL(url).hostname;

test.each([
  'http://localhost',
  'http://LOCALHOST:80',
  'http://127.0.0.1:4765',
  'http://127.1',
  'http://[::1]',
])('%s is this computer', (url) => {
  expect(isLoopback(hostOf(url))).toBe(true);
});

test.each([
  'http://127.0.0.1.example',
  'http://127.example',
  'http://localhost.example',
  'http://192.168.0.7',
  'http://[::2]',
])('%s is another', (url) => {
  expect(isLoopback(hostOf(url))).toBe(false);
});
