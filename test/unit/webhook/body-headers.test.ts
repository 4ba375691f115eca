import { describe, expect, it } from 'vitest';
import { findHeaderProblem, readBodyType } from '../../../src/main/webhook/body-headers.ts';

const json = { 'content-type': 'application/json' };

describe('readBodyType', () => {
  it.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json; charset=UTF-8',
    'application/json;charset=utf8',
    'application/json; charset="utf-8"',
    "application/json; charset='utf-8'",
    'application/json; charset=\\"utf-8\\"',
    'application/json; charset = utf-8',
    'application/json; charset=',
    'application/json; charset=us-ascii',
    'application/json; charset=ASCII',
    'application/json; profile=orders',
    'application/json, application/json',
    'application/json; charset=utf-8, application/json',
    'application/json;',
    'text/json',
    'application/problem+json',
    'application/vnd.orders.v2+json; charset=utf_8',
  ])('reads %j as JSON in UTF-8', (type) => {
    expect(readBodyType(type)).toEqual({ isJson: true, charset: 'utf8' });
  });

  it.each([
    undefined,
    '',
    'json',
    'text/plain',
    'application/jsonp',
    'application/octet-stream',
    'application/x-www-form-urlencoded',
    'text/plain; application/json',
  ])('leaves it to the bytes whether %j is JSON', (type) => {
    expect(readBodyType(type)).toEqual({ isJson: false, charset: 'utf8' });
  });

  it.each(['iso-8859-1', 'ISO-8859-15', 'latin1', 'windows-1252', 'utf-8x'])(
    'takes only ASCII of the charset %s',
    (charset) => {
      expect(readBodyType(`application/json; charset=${charset}`).charset).toBe('ascii-like');
      expect(readBodyType(`application/json; charset=utf-8; charset=${charset}`).charset).toBe('ascii-like');
    },
  );

  it.each(['utf-16', 'UTF-16LE', '"utf-32"', 'utf-7', 'ucs-2', 'iso-2022-jp', 'hz-gb-2312', 'ibm037'])(
    'takes nothing of the charset %s',
    (charset) => {
      expect(readBodyType(`application/json; charset=${charset}`).charset).toBe('foreign');
    },
  );
});

describe('findHeaderProblem', () => {
  it('has nothing against plain JSON of the allowed size', () => {
    expect(findHeaderProblem({ ...json, 'content-length': '100' }, 100)).toBeNull();
    expect(findHeaderProblem({ ...json, 'transfer-encoding': 'chunked' }, 100)).toBeNull();
    for (const encoding of ['Identity', '', 'UTF-8', '8bit', 'identity, identity']) {
      expect(findHeaderProblem({ ...json, 'content-encoding': encoding }, 100)).toBeNull();
    }
    expect(findHeaderProblem({ 'content-length': '100' }, 100)).toBeNull();
  });

  it('looks at the size first, then at the type, then at the encoding', () => {
    const everything = {
      'content-length': '101',
      'content-type': 'application/json; charset=utf-16',
      'content-encoding': 'gzip',
    };
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
