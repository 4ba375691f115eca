import { SECRET_NAMES, type SecretName, type SecretStatus } from '../../src/shared/settings/settings.ts';

export const NO_SECRET: SecretStatus = { present: false, last4: null, savedAt: null };

/** The keychain of a new profile. */
export function noSecrets(): Record<SecretName, SecretStatus> {
  // Object.fromEntries loses the keys' type; all are there.
  return Object.fromEntries(SECRET_NAMES.map((name) => [name, NO_SECRET])) as Record<
    SecretName,
    SecretStatus
  >;
}
