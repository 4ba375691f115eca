import type { SecretStatuses } from '../../../shared/settings.ts';
import { tunnelKeyOf, type TunnelProviderId } from '../../../shared/tunnel-settings.ts';
import type { SecretVault } from './types.ts';

/**
 * Gives the key that one account kept for whichever provider was chosen to the one that the settings named at the start,
 * and removes it: handed on to another it would be sent to a company that it is not for. A provider that has a key of
 * its own keeps that, and where nobody has chosen yet the old one waits. Returns false when the keychain refused.
 */
export async function settleOldTunnelKey(
  vault: Pick<SecretVault, 'read' | 'save' | 'forget'>,
  statuses: SecretStatuses,
  provider: TunnelProviderId,
): Promise<boolean> {
  if (provider === 'none') return true;
  const own = tunnelKeyOf(provider);
  if (own !== null && !statuses[own].present) {
    const old = await vault.read('tunnel-token');
    if (!old.ok) return false;
    if (old.value !== null && !(await vault.save(own, old.value)).ok) return false;
  }
  return (await vault.forget('tunnel-token')).ok;
}
