import { WEBHOOK_PATH } from '../../../shared/address.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { publicAddress } from '../../../shared/settings/tunnel-settings.ts';
import type { SetupCopy } from '../../../shared/setup.ts';
import type { SshKeyAnswer } from '../../../shared/tunnel.ts';

/** Returns the URL to enter in the portal; null without a public address. */
export function webhookUrl({ tunnel }: Settings): string | null {
  const address = publicAddress(tunnel);
  return address === null ? null : `${address}${WEBHOOK_PATH}`;
}

/** Returns what puts a text where a person can paste it from; that returns false when there is nothing to copy. */
export function createSetupCopy(deps: {
  readonly settings: () => Settings;
  readonly sshKey: (replace: boolean) => Promise<SshKeyAnswer>;
  readonly copyText: (text: string) => void;
}): (what: SetupCopy) => Promise<boolean> {
  const publicKey = async (): Promise<string | null> => {
    const key = await deps.sshKey(false);
    return key.ok ? key.publicKey : null;
  };
  return async (what) => {
    const text = what === 'webhook-url' ? webhookUrl(deps.settings()) : await publicKey();
    if (text !== null) deps.copyText(text);
    return text !== null;
  };
}
