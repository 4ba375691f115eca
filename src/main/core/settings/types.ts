import type { Result } from '../../../shared/result.ts';
import type { SaveErrorCode } from '../../../shared/ipc-contract.ts';
import type { Refused } from '../../../shared/setting-faults.ts';
import type { SecretBindings, SecretName, SecretStatuses } from '../../../shared/settings.ts';

export type SecretVault = {
  /** null when there is none. Every call ends within the vault's time limit. */
  readonly read: (name: SecretName) => Promise<Result<string | null, VaultError>>;
  /**
   * As `read`, to be sent there: the only way by which a secret leaves. One of which nobody knows where it belongs is bound
   * to the first place that it is asked for.
   */
  readonly readFor: (
    name: SecretName,
    to: string,
  ) => Promise<Result<string | null, VaultError | BoundElsewhere>>;
  /** `to`: where it may be sent from then on; without it, the first place that it is asked for. */
  readonly save: (
    name: SecretName,
    value: string,
    to?: string | null,
  ) => Promise<Result<null, VaultError | SecretRefused>>;
  /** Of the secrets that were read. */
  readonly bindings: () => SecretBindings;
  /** Binds a secret that was read to another place. */
  readonly bind: (name: SecretName, to: string) => void;
  readonly forget: (name: SecretName) => Promise<Result<null, VaultError>>;
  /** `again`: what was not there is looked for once more; what was read is still that. */
  readonly statuses: (how?: { readonly again: boolean }) => Promise<Result<SecretStatuses, VaultError>>;
};

/** A secret that was typed for another place stays here. */
export type BoundElsewhere = { readonly code: 'bound-elsewhere'; readonly detail: null };

export type VaultError = {
  readonly code: Extract<SaveErrorCode, 'keychain-unavailable' | 'keychain-locked' | 'keychain-timeout'>;
  readonly detail: string | null;
};

/** A secret that is not taken as it is. */
export type SecretRefused = {
  readonly code: 'invalid';
  readonly refused: Extract<Refused, { what: 'secret' }>;
};

export type SettingsSaveError =
  | { readonly code: 'invalid'; readonly refused: Extract<Refused, { what: 'setting' }> }
  | { readonly code: 'disk-failed'; readonly detail: string | null };
