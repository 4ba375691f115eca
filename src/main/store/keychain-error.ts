import type { VaultError } from '../core/settings/types.ts';

const MAX_DETAIL = 200;

/**
 * What the keychain libraries say when it is there but closed. They throw plain errors without a code: libsecret names
 * the collection or says locked, macOS says that it may not ask or was refused.
 */
const LOCKED =
  /object does not exist at path|locked|dismissed|cancell?ed|interaction is not allowed|-25308|-128/i;

/** Everything else that is thrown means that there is no keychain to talk to: no service, no bus, no library. */
export function toVaultError(error: unknown): VaultError {
  const message = error instanceof Error ? error.message : String(error);
  const detail = message.slice(0, MAX_DETAIL);
  return { code: LOCKED.test(message) ? 'keychain-locked' : 'keychain-unavailable', detail };
}
