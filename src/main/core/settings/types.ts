import type { Result } from '../../../shared/result.ts';
import type { SaveErrorCode } from '../../../shared/ipc-contract.ts';
import type { Refused } from '../../../shared/settings/setting-faults.ts';
import type { SecretBindings, SecretName, SecretStatuses } from '../../../shared/settings/settings.ts';

export type SecretVault = {
  /** Returns null when there is none. Every call ends within the vault's time limit. */
  readonly read: (name: SecretName) => Promise<Result<string | null, VaultError>>;
  /**
   * As `read`, for a secret that will be sent to this place: the only way a secret leaves the app. A secret without a
   * known destination is bound to the first place that asks for it.
   */
  readonly readFor: (
    name: SecretName,
    to: string,
  ) => Promise<Result<string | null, VaultError | BoundElsewhere>>;
  /** `to`: where the secret may be sent from now on; without it, the first place that asks for it. */
  readonly save: (
    name: SecretName,
    value: string,
    to?: string | null,
  ) => Promise<Result<null, VaultError | SecretRefused>>;
  /** Returns the bindings of the secrets that were read so far. */
  readonly bindings: () => SecretBindings;
  /** Binds a secret that was read to another place. */
  readonly bind: (name: SecretName, to: string) => void;
  readonly forget: (name: SecretName) => Promise<Result<null, VaultError>>;
  /** `again`: also looks again for secrets that were missing. Secrets that were found are not read again. */
  readonly statuses: (how?: { readonly again: boolean }) => Promise<Result<SecretStatuses, VaultError>>;
};

/** This secret was typed for another place and is not sent here. */
export type BoundElsewhere = { readonly code: 'bound-elsewhere'; readonly detail: null };

export type VaultError = {
  readonly code: Extract<SaveErrorCode, 'keychain-unavailable' | 'keychain-locked' | 'keychain-timeout'>;
  readonly detail: string | null;
};

/** A secret that cannot be saved in this form. */
export type SecretRefused = {
  readonly code: 'invalid';
  readonly refused: Extract<Refused, { what: 'secret' }>;
};

export type SettingsSaveError =
  | { readonly code: 'invalid'; readonly refused: Extract<Refused, { what: 'setting' }> }
  | { readonly code: 'disk-failed'; readonly detail: string | null };
