import type { IncomingHttpHeaders } from 'node:http';

/** What the headers alone say against a body. */
export type HeaderProblem = 'too-large' | 'wrong-type' | 'encoded';

/**
 * Returns what is wrong with size, charset or encoding, in this order, before a byte of the body is read; null when
 * nothing is.
 */
export function findHeaderProblem(headers: IncomingHttpHeaders, maxBodyBytes: number): HeaderProblem | null {
  if (Number(headers['content-length'] ?? 0) > maxBodyBytes) return 'too-large';
  if (readBodyType(headers['content-type']).charset === 'foreign') return 'wrong-type';
  if (!isIdentity(headers['content-encoding']) || !isPlainTransfer(headers['transfer-encoding'])) {
    return 'encoded';
  }
  return null;
}

export type BodyType = {
  /** False: something else is named, or nothing, and only the bytes can tell. */
  readonly isJson: boolean;
  /**
   * utf8: whatever is valid UTF-8. ascii-like: another one in which ASCII letters are what they are in UTF-8, and only they.
   * foreign: one in which even those are something else.
   */
  readonly charset: 'utf8' | 'ascii-like' | 'foreign';
};

/** Reads `Content-Type` as senders write it: repeated, with a charset in any quotes, or not there at all. */
export function readBodyType(contentType: string | undefined): BodyType {
  const parts = (contentType ?? '').toLowerCase().split(/[;,]/);
  const types = parts.map((part) => part.trim()).filter((part) => part.includes('/') && !part.includes('='));
  const charsets = parts.flatMap((part) => {
    const [, name] = /^\s*charset\s*=(.*)$/s.exec(part) ?? [];
    return name === undefined ? [] : [name.replace(/["'\\\s]/g, '')];
  });
  return {
    isJson: types.length > 0 && types.every((type) => JSON_TYPE.test(type)),
    charset: charsets.some((name) => FOREIGN.test(name))
      ? 'foreign'
      : charsets.every((name) => LIKE_UTF8.test(name))
        ? 'utf8'
        : 'ascii-like',
  };
}

const JSON_TYPE = /^(?:application|text)\/(?:[\w.-]+\+)?json$/;
// ASCII has nothing that UTF-8 reads otherwise, so what is beyond it can only be UTF-8.
const LIKE_UTF8 = /^(?:|utf[-_]?8(?:mb4)?|(?:us-?)?ascii|ansi_x3\.4-19\d\d)$/;
const FOREIGN =
  /^(?:utf[-_]?(?:7|16|32)|ucs|unicode(?!-1-1-utf-8)|iso-?10646|iso-?2022|hz|ebcdic|ibm-?0?37|cp-?0?37)/;

/** Some senders name the charset, or how a mail would carry it, where only a compression belongs. */
const NO_COMPRESSION = ['', 'identity', 'none', 'utf-8', 'utf8', '7bit', '8bit', 'binary'];

function isIdentity(contentEncoding: string | undefined): boolean {
  return (contentEncoding ?? '').split(',').every((one) => NO_COMPRESSION.includes(one.trim().toLowerCase()));
}

function isPlainTransfer(transferEncoding: string | undefined): boolean {
  return ['', 'chunked'].includes((transferEncoding ?? '').trim().toLowerCase());
}
