import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../../src/main/redact.ts';

describe('what is written to a log', () => {
  test('a protected secret never appears, wherever it stands', () => {
    const { protect, redact } = createRedactor();
    protect('ñandú-secreto-42');
    expect(redact('GET /?k=ñandú-secreto-42&x=ñandú-secreto-42')).toBe('GET /?k=***&x=***');
  });

  test.each([
    ['Authorization: Bearer abc.def-123', 'abc.def-123'],
    ['{"access_token":"zzz999","x":1}', 'zzz999'],
    ['client_secret=hunter2&grant_type=x', 'hunter2'],
    ['jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'eyJzdWIiOiIxIn0'],
    ['call +598 99 123 456 now', '99 123 456'],
  ])('what looks like a secret or a phone number is cut from %j', (line, hidden) => {
    expect(createRedactor().redact(line)).not.toContain(hidden);
  });

  test('times, order codes and ids stay readable', () => {
    const line = '2026-11-23T14:02:11.120Z order 4821 3f0d1c52-7a4e-4c0b-9b43-0d6f5a2e8c11 port 4765';
    expect(createRedactor().redact(line)).toBe(line);
  });
});
