import { expect, it } from 'vitest';
import { toNetFailure } from '../../../../src/main/core/support/way-out.ts';

const coded = (code: string) => Object.assign(new Error('said'), { code });

it.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
  ['net::ERR_DNS_TIMED_OUT', 'dns'],
  ['net::ERR_TIMED_OUT', 'timeout'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
  ['net::ERR_CONNECTION_REFUSED', 'unreachable'],
  ['net::ERR_INTERNET_DISCONNECTED', 'unreachable'],
  ['net::ERR_ADDRESS_UNREACHABLE', 'unreachable'],
  ['net::ERR_NETWORK_CHANGED', 'unreachable'],
  ['net::ERR_EMPTY_RESPONSE', 'unreachable'],
  ['net::ERR_INCOMPLETE_CHUNKED_ENCODING', 'unreachable'],
  ['net::ERR_CONTENT_LENGTH_MISMATCH', 'unreachable'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate'],
  ['net::ERR_CERT_DATE_INVALID', 'certificate'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'certificate'],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy'],
  ['net::ERR_PROXY_CERTIFICATE_INVALID', 'proxy'],
  ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
  ['net::ERR_SOCKS_CONNECTION_FAILED', 'proxy'],
  ['net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxy'],
  ['net::ERR_PAC_SCRIPT_FAILED', 'proxy'],
  ['net::ERR_INVALID_HTTP_RESPONSE', 'garbled'],
  ['net::ERR_RESPONSE_HEADERS_TOO_BIG', 'garbled'],
  ['net::ERR_CONTENT_DECODING_FAILED', 'garbled'],
  ['net::ERR_HTTP2_PROTOCOL_ERROR', 'garbled'],
  ['net::ERR_FAILED', 'unknown'],
])('Chromium’s %s is %s', (message, kind) => {
  const code = message.slice('net::'.length);
  expect(toNetFailure(new Error(message))).toMatchObject({ kind, code });
});

it.each([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['ETIMEDOUT', 'timeout'],
  ['ECONNREFUSED', 'unreachable'],
  ['ECONNRESET', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['EPIPE', 'unreachable'],
  ['UND_ERR_SOCKET', 'unreachable'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
  ['EPROTO', 'certificate'],
  ['HPE_INVALID_CONSTANT', 'garbled'],
  ['EWHATEVER', 'unknown'],
])('Node’s %s is %s, however it is wrapped', (code, kind) => {
  expect(toNetFailure(coded(code))).toMatchObject({ kind, code });
  const wrapped = Object.assign(new TypeError('fetch failed', { cause: coded(code) }), {
    code: 'ERR_NETWORK',
  });
  expect(toNetFailure(wrapped)).toMatchObject({ kind, code });
  expect(toNetFailure(new AggregateError([coded(code), coded('ENOTFOUND')]))).toMatchObject({ kind, code });
});

it.each([
  ['net::ERR_PROXY_AUTH_REQUESTED', 'sign-in'],
  ['net::ERR_PROXY_AUTH_UNSUPPORTED', 'sign-in'],
  ['net::ERR_TUNNEL_CONNECTION_FAILED', 'refused'],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'unreachable'],
])('%s names the proxy that %s', (message, proxyTrouble) => {
  const error = Object.assign(new Error(message), { proxy: 'proxy.shop:3128' });
  expect(toNetFailure(new Error('outer', { cause: error }))).toMatchObject({
    kind: 'proxy',
    proxy: 'proxy.shop:3128',
    proxyTrouble,
  });
});

it.each([null, undefined, 'text', 7, {}, new Error('just so')])('%j is an unknown failure', (error) => {
  expect(toNetFailure(error)).toMatchObject({ kind: 'unknown', code: null, proxy: null });
});

it('does not turn in a circle of causes', () => {
  const error = new Error('round');
  error.cause = error;
  expect(toNetFailure(error).kind).toBe('unknown');
});
