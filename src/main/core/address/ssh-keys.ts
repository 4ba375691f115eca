import type { SaveOutcome } from '../../../shared/ipc-contract.ts';
import type { Result } from '../../../shared/result.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { SshKeyAnswer, TunnelErrorCode } from '../../../shared/tunnel.ts';

/** Returns access to the two keys of an SSH tunnel: the shop's own, and the server's that is trusted. */
export function createSshKeys(deps: {
  /** Reads the shop's private key; null: there is none. */
  readonly readKey: () => Promise<Result<string | null, { readonly detail: string | null }>>;
  readonly saveKey: (privateKey: string) => Promise<SaveOutcome>;
  readonly makeKey: () => Promise<{ readonly privateKey: string; readonly publicKey: string }>;
  readonly publicHalf: (privateKey: string) => Promise<Result<string, unknown>>;
  readonly settings: () => Settings;
  readonly save: (settings: Settings) => Promise<SaveOutcome>;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}) {
  const pinHostKey = (hostKey: string): Promise<SaveOutcome> => {
    const settings = deps.settings();
    const { tunnel } = settings;
    return deps.save({ ...settings, tunnel: { ...tunnel, ssh: { ...tunnel.ssh, hostKey } } });
  };
  return {
    /** Returns the public half of the stored key. Makes a key when there is none, or a new one when `replace` is true. */
    sshKey: async (replace: boolean): Promise<SshKeyAnswer> => {
      const kept = await deps.readKey();
      if (!kept.ok) return refused('keychain_closed', kept.error.detail);
      if (kept.value !== null && !replace) {
        const publicKey = await deps.publicHalf(kept.value);
        return publicKey.ok ? { ok: true, publicKey: publicKey.value } : refused('auth_failed', null);
      }
      const made = await deps.makeKey();
      const saved = await deps.saveKey(made.privateKey);
      if (!saved.ok) return refused('keychain_closed', saved.code === 'invalid' ? null : saved.detail);
      return { ok: true, publicKey: made.publicKey };
    },
    /** From now on the app connects only to a server with this key. */
    pinHostKey,
    /** Pins the key of a server that was met for the first time. Never throws. */
    pinFirst: (fingerprint: string): void => {
      const failed = "The server's key could not be pinned";
      pinHostKey(fingerprint).then(
        (saved) => {
          if (!saved.ok) deps.log.error(`${failed}: ${saved.code}`);
        },
        (error: unknown) => deps.log.error(failed, error),
      );
    },
  };
}

function refused(code: TunnelErrorCode, detail: string | null): SshKeyAnswer {
  return { ok: false, error: { code, detail } };
}
