import { describe, expect, test } from 'vitest';
import { hintIn, isWorthLogging } from '../../../src/main/tunnel/cloudflared.ts';
import { toNgrokFailure } from '../../../src/main/tunnel/ngrok-messages.ts';
import { toSshFailure } from '../../../src/main/tunnel/ssh.ts';

function withField(message: string, name: string, value: string): Error {
  return Object.assign(new Error(message), { [name]: value });
}

describe("cloudflared's lines", () => {
  test.each([
    ['2026-03-02T15:00:00Z ERR Provided Tunnel token is not valid.', 'auth_failed', true],
    ['{"level":"error","error":"Unauthorized: Invalid tunnel secret","message":"x"}', 'auth_failed', true],
    [
      'ERR Failed to dial a quic connection error="timeout: no recent network activity"',
      'unreachable',
      false,
    ],
    ['ERR lookup region1.v2.argotunnel.com on 127.0.0.53:53: no such host', 'dns', false],
  ])('%s', (line, code, isFatal) => {
    expect(hintIn(line)).toMatchObject({ isFatal, error: { code } });
    expect(isWorthLogging(line)).toBe(true);
  });

  test('a line about good news is neither a hint nor worth the log', () => {
    const line = '2026-03-02T15:00:00Z INF Registered tunnel connection connIndex=0';
    expect([hintIn(line), isWorthLogging(line)]).toEqual([null, false]);
  });
});

test.each([
  [withField('x', 'errorCode', 'ERR_NGROK_107'), 'fatal', 'auth_failed', 'ERR_NGROK_107'],
  [withField('x', 'errorCode', 'ERR_NGROK_320'), 'fatal', 'domain_refused', 'ERR_NGROK_320'],
  [new Error('session closed ERR_NGROK_727'), 'down', 'quota', 'ERR_NGROK_727'],
  [withField('x', 'errorCode', 'ERR_NGROK_108'), 'down', 'domain_in_use', 'ERR_NGROK_108'],
  [new Error('failed to connect session: failed to establish tcp connection'), 'down', 'unreachable', null],
  [new Error('something new'), 'down', 'unknown', null],
  ['no error at all', 'down', 'unknown', null],
])('ngrok says %s', (error, type, code, detail) => {
  expect(toNgrokFailure(error)).toEqual({ type, error: { code, detail } });
});

test.each([
  [null, 'down', 'unreachable'],
  [
    withField('All configured authentication methods failed', 'level', 'client-authentication'),
    'fatal',
    'auth_failed',
  ],
  [withField('Timed out', 'level', 'client-timeout'), 'down', 'timeout'],
  [withField('getaddrinfo', 'code', 'ENOTFOUND'), 'down', 'dns'],
  [withField('connect', 'code', 'ECONNREFUSED'), 'down', 'unreachable'],
])('ssh2 says %s', (error, type, code) => {
  expect(toSshFailure(error)).toMatchObject({ type, error: { code } });
});
