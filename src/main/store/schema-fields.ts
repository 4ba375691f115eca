import { z } from 'zod';
import { isLoopback } from '../../shared/loopback.ts';

const MAX_TEXT = 200;
const CONTROL_CHARACTERS = /\p{Cc}/u;

/** One line of text without white space around it. */
export const line = lineUpTo(MAX_TEXT);

/** `max` counts characters. */
export function lineUpTo(max: number) {
  return z
    .string()
    .trim()
    .max(max, 'too-long')
    .refine((value) => !CONTROL_CHARACTERS.test(value), 'control-characters');
}

export function withoutSlash(value: string): string {
  return value.replace(/\/+$/, '');
}

/** https, or http to this computer; without a user, a query or a fragment: a secret could hide there. */
export function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  if (username + password + search + hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
