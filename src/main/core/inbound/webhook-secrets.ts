import type { Result } from '../../../shared/result.ts';
import type { KnownSecrets } from './receiver-supervisor.ts';

export type WebhookSecrets = {
  /** Returns the secrets that a request may carry. */
  readonly accepted: () => readonly string[];
  /** Returns what is known about them. */
  readonly known: () => KnownSecrets;
  /** Reads them again. When they cannot be read, the last ones stay in use: a keychain that closes refuses no order. */
  readonly load: () => Promise<void>;
};

/** Returns the webhook secrets as they were last read. */
export function createWebhookSecrets(
  read: () => Promise<Result<readonly string[], unknown>>,
): WebhookSecrets {
  let secrets: readonly string[] | null = null;
  return {
    accepted: () => secrets ?? [],
    known: () => {
      if (secrets === null) return 'unknown';
      return secrets.length > 0 ? 'some' : 'none';
    },
    load: async () => {
      const found = await read();
      if (found.ok) secrets = found.value;
    },
  };
}
