import { ok, type Result } from '../shared/result.ts';
import type { SecretName } from '../shared/settings/settings.ts';
import type { SecretVault, VaultError } from './core/settings/types.ts';
import type { Redactor } from './redact.ts';
import { randomBytes } from 'node:crypto';

export type ReadSecrets = {
  /** Reads a secret to look at it or compare it; never to send it. */
  readonly one: SecretVault['read'];
  /** Reads a secret to send it. The only way for a secret to leave this computer; see the vault. */
  readonly toSend: SecretVault['readFor'];
  /** Returns the webhook secret and the previous one, if there are any. */
  readonly webhook: () => Promise<Result<readonly string[], VaultError>>;
};

/** Reads secrets so that none of them can reach the log. */
export function createReadSecrets(
  vault: Pick<SecretVault, 'read' | 'readFor'>,
  redactor: Redactor,
): ReadSecrets {
  const one = async (name: SecretName): ReturnType<SecretVault['read']> => {
    const secret = await vault.read(name);
    if (secret.ok && secret.value !== null) redactor.protect(secret.value);
    return secret;
  };
  return {
    one,
    toSend: async (name, to) => {
      const secret = await vault.readFor(name, to);
      if (secret.ok && secret.value !== null) redactor.protect(secret.value);
      return secret;
    },
    webhook: async () => {
      const [current, previous] = await Promise.all([one('webhook-secret'), one('webhook-secret-previous')]);
      if (!current.ok) return current;
      if (!previous.ok) return previous;
      return ok([current.value, previous.value].filter((secret) => secret !== null));
    },
  };
}

/** Returns random bytes as text that is safe in a URL and in a form. */
export function randomSecret(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
