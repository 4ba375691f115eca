import type { SaveOutcome } from '../../shared/ipc-contract.ts';
import type { Settings } from '../../shared/settings.ts';
import type { SshKeyAnswer, TunnelErrorCode } from '../../shared/tunnel.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import type { ReadSecrets } from '../read-secret.ts';
import { makeSshKey, publicHalf } from '../tunnel/ssh-key.ts';

/** Returns access to the two keys of an SSH tunnel: the shop's own, and the server's that is trusted. */
export function createTunnelKeys(deps: {
  readonly secrets: Pick<ReadSecrets, 'one'>;
  readonly configuration: Pick<Configuration, 'settings' | 'save' | 'saveSecret'>;
}) {
  const { secrets, configuration } = deps;
  return {
    /** Returns the public half of the stored key. Makes a key when there is none, or a new one when `replace` is true. */
    sshKey: async (replace: boolean): Promise<SshKeyAnswer> => {
      const kept = await secrets.one('ssh-private-key');
      if (!kept.ok) return refused('keychain_closed', kept.error.detail);
      if (kept.value !== null && !replace) {
        const publicKey = await publicHalf(kept.value);
        return publicKey.ok ? { ok: true, publicKey: publicKey.value } : refused('auth_failed', null);
      }
      const made = await makeSshKey();
      const saved = await configuration.saveSecret('ssh-private-key', made.privateKey);
      if (!saved.ok) return refused('keychain_closed', saved.code === 'invalid' ? null : saved.detail);
      return { ok: true, publicKey: made.publicKey };
    },
    /** From now on the app connects only to a server with this key. */
    pinHostKey: (fingerprint: string): Promise<SaveOutcome> => {
      const settings = configuration.settings();
      return configuration.save(withHostKey(settings, fingerprint));
    },
  };
}

function withHostKey(settings: Settings, hostKey: string): Settings {
  const { tunnel } = settings;
  return { ...settings, tunnel: { ...tunnel, ssh: { ...tunnel.ssh, hostKey } } };
}

function refused(code: TunnelErrorCode, detail: string | null): SshKeyAnswer {
  return { ok: false, error: { code, detail } };
}
