import { z } from 'zod';
import { isLoopback } from '../address.ts';

/** Every process has `URL`, but shared code has neither the types of the DOM nor those of Node, which declare it. */
declare const URL: {
  readonly canParse: (text: string) => boolean;
  new (
    text: string,
  ): Readonly<Record<'protocol' | 'hostname' | 'username' | 'password' | 'search' | 'hash', string>>;
};

const MAX_TEXT = 200;
const CONTROL_CHARACTERS = /\p{Cc}/u;

/** Returns the schema of one line of text without white space around it. `max` counts characters. */
export function line(max = MAX_TEXT) {
  return z
    .string()
    .trim()
    .refine((value) => !CONTROL_CHARACTERS.test(value), 'control-characters')
    .max(max, 'too-long');
}

export function withoutSlash(value: string): string {
  return value.replace(/\/+$/, '');
}

/**
 * Returns true for https, or http to this computer; without a user, query or fragment, because a secret could hide
 * there.
 */
export function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  if (username + password + search + hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
