import { describe, expect, it } from 'vitest';
import { errorOfAnswer, toDetail } from '../../../src/main/partner/errors.ts';

const NOW_MS = Date.parse('2026-03-01T12:00:00.000Z');
const read = (status: number, body: string, retryAfter: string | null = null) =>
  errorOfAnswer({ status, body, retryAfter }, { nowMs: NOW_MS, secrets: ['s3cr3t/+'] });

describe('errorOfAnswer', () => {
  it.each([
    [400, 'bad-response'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'rate-limited'],
    [301, 'bad-response'],
    [500, 'bad-response'],
    [503, 'bad-response'],
  ])('calls a %i %s', (status, code) => {
    expect(read(status, '{}')).toMatchObject({ code, status });
  });

  it('tells a 404 of a missing route from a 404 of a missing order', () => {
    expect(read(404, '').isRouteMissing).toBe(true);
    expect(read(404, '<html>').isRouteMissing).toBe(true);
    expect(read(404, '{"message":"Order not found"}').isRouteMissing).toBe(false);
    expect(read(500, '').isRouteMissing).toBe(false);
  });

  it.each([
    ['{"message":"uno"}', 'uno'],
    ['{"error":"dos"}', 'dos'],
    ['{"error":"invalid_client","error_description":"tres"}', 'tres'],
    ['{"error":{"message":"cuatro"}}', 'cuatro'],
    ['{"errors":[{"message":"cinco"},"seis"]}', 'cinco; seis'],
    ['{"other":1}', '{"other":1}'],
    ['[1]', '[1]'],
    ['<html>\n  Bad   gateway', '<html> Bad gateway'],
    ['', null],
  ])('finds what %s says', (body, detail) => {
    expect(read(502, body).detail).toBe(detail);
  });

  it.each([407, 451, 511])('knows that %i is never the platform’s word', (status) => {
    expect(read(status, '').code).toBe('blocked');
    expect(read(status, '{}').code).toBe('blocked');
  });

  it('shortens what is long', () => {
    expect(read(500, 'x'.repeat(10_000)).detail).toHaveLength(500);
  });

  it('never repeats a secret, plain or encoded, not even half of one at the cut', () => {
    expect(read(400, 'you sent s3cr3t/+ and s3cr3t%2F%2B').detail).toBe('you sent *** and ***');
    expect(toDetail(`${'x'.repeat(495)}s3cr3t/+`, ['s3cr3t/+'])).not.toContain('s3cr');
  });
});

describe('the pause that the platform asks for', () => {
  it('is not told by what stands in between', () => {
    const page = '<html><title>Blocked</title></html>';
    for (const status of [403, 407, 503, 511]) expect(read(status, page, '900').retryAfterMs).toBeNull();
    for (const status of [429, 503]) expect(read(status, '{}', '900').retryAfterMs).toBe(900_000);
    expect(read(429, page, '900')).toMatchObject({ code: 'rate-limited', retryAfterMs: 900_000 });
  });

  it.each([
    ['0', 0],
    ['7', 7000],
    ['1.5', 1500],
    ['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['99999999', 15 * 60_000],
    ['315360000', 15 * 60_000],
    ['1'.repeat(400), 15 * 60_000],
    ['Sun, 01 Mar 2099 12:00:30 GMT', 15 * 60_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['30, 60', 60_000],
    ['120s', 120_000],
    [' 5 seconds ', 5000],
    ['sun, 01 mar 2026 12:00:30 gmt', 30_000],
    ['Sunday, 01-Mar-26 12:00:30 GMT', 30_000],
    ['Sun Mar  1 12:00:30 2026', 30_000],
    ['2026-03-01T12:00:30Z', 30_000],
    ['Sun, 01 Mar 2026 09:00:30 -0300', 30_000],
  ])('reads %s', (header, ms) => {
    expect(read(429, '{}', header).retryAfterMs).toBe(ms);
  });

  it.each([
    null,
    '',
    'soon',
    '-5',
    '1e3',
    '0x10',
    'Infinity',
    'NaN',
    ',',
    '30, soon',
    'Sun, 32 Mar 2026 12:00:30 GMT',
  ])('finds nothing in %j', (header) => {
    expect(read(429, '{}', header).retryAfterMs).toBeNull();
  });
});

describe('what a server says', () => {
  it.each([
    ['\u001b[31mrojo\u001b[0m\u0000', '[31mrojo[0m'],
    ['\u202Ered\u202C a\u200Bb', 'red ab'],
    ['uno\r\ndos\u2028tres\u0085cuatro', 'uno dos trescuatro'],
    ['\uD800half', 'half'],
    ['s3cr\u200B3t/+ is it', '*** is it'],
    ['s3cr3\u0000t%2F%2B', '***'],
  ])('%j is told as it reads', (said, told) => {
    expect(read(500, JSON.stringify({ message: said })).detail).toBe(told);
  });

  it('is found however deep it stands, or not at all', () => {
    const deep = `{"message":${'['.repeat(50_000)}"x"${']'.repeat(50_000)}}`;
    expect(read(500, deep)).toMatchObject({ code: 'bad-response', status: 500 });
    expect(read(500, '{"errors":[{"message":{"detail":"hondo"}}]}').detail).toBe('hondo');
  });

  it('of fifty megabytes is only its beginning', () => {
    const began = performance.now();
    expect(read(500, '\u200B'.repeat(1_000_000)).detail).toBeNull();
    expect(read(500, 'ab '.repeat(16_000_000)).detail).toHaveLength(500);
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});
