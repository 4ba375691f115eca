import { createSecretHider } from './secret-shapes.ts';

const MIN_SECRET_LENGTH = 4;
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w+/=.~-]{4,}/gi, '$1 ***'],
  [
    /("?(?:authorization|access_token|client_secret|token|secret|password)"?\s*[:=]\s*"?)[^\s",;}&]+/gi,
    '$1***',
  ],
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]+)?/g, '***'],
  [/\+\d[\d\s().*-]{6,}\d/g, '<phone>'],
];

export type Redactor = {
  /** Returns the text without secrets and phone numbers, safe for a log. */
  readonly redact: (text: string) => string;
  /** From now on this value is removed from all text, in whatever encoding. */
  readonly protect: (secret: string) => void;
};

/** Removes known secrets, anything that looks like a secret, and phone numbers. */
export function createRedactor(): Redactor {
  const secrets = new Map<string, (text: string) => string>();
  return {
    protect: (secret) => {
      if (secret.length >= MIN_SECRET_LENGTH && !secrets.has(secret)) {
        secrets.set(secret, createSecretHider(secret));
      }
    },
    redact: (text) => {
      let safe = text;
      for (const hide of secrets.values()) safe = hide(safe);
      for (const [pattern, replacement] of PATTERNS) safe = safe.replace(pattern, replacement);
      return safe;
    },
  };
}
