import { describe, expect, it } from 'vitest';
import { findHeaderProblem, isJsonType } from '../../../src/main/webhook/body-headers.ts';

const json = { 'content-type': 'application/json' };

describe('isJsonType', () => {
  it.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;charset=UTF8',
    'application/json; charset="utf-8"',
    'application/json; profile=orders',
  ])('reads %j', (type) => {
    expect(isJsonType(type)).toBe(true);
  });

  it.each([
    undefined,
    '',
    'text/plain',
    'text/json',
    'application/jsonp',
    'application/problem+json',
    'application/x-www-form-urlencoded',
    'application/json; charset=iso-8859-1',
    'application/json; charset=utf-16',
    'text/plain; application/json',
  ])('refuses %j', (type) => {
    expect(isJsonType(type)).toBe(false);
  });
});

describe('findHeaderProblem', () => {
  it('has nothing against plain JSON of the allowed size', () => {
    expect(findHeaderProblem({ ...json, 'content-length': '100' }, 100)).toBeNull();
    expect(findHeaderProblem({ ...json, 'transfer-encoding': 'chunked' }, 100)).toBeNull();
    expect(findHeaderProblem({ ...json, 'content-encoding': 'Identity' }, 100)).toBeNull();
  });

  it('looks at the size first, then at the type, then at the encoding', () => {
    const everything = { 'content-length': '101', 'content-type': 'text/plain', 'content-encoding': 'gzip' };
    expect(findHeaderProblem(everything, 100)).toBe('too-large');
    expect(findHeaderProblem({ ...everything, 'content-length': '1' }, 100)).toBe('wrong-type');
    expect(findHeaderProblem({ ...everything, ...json, 'content-length': '1' }, 100)).toBe('encoded');
  });

  it.each(['gzip', 'br', 'deflate', 'identity, gzip', 'zstd'])('refuses a body in %s', (encoding) => {
    expect(findHeaderProblem({ ...json, 'content-encoding': encoding }, 100)).toBe('encoded');
  });

  it('refuses a body that the transfer compresses', () => {
    expect(findHeaderProblem({ ...json, 'transfer-encoding': 'gzip, chunked' }, 100)).toBe('encoded');
  });
});
