import type { Texts } from '../../shared/texts/texts.ts';
import type { TunnelFieldName } from './tunnel-fields.ts';

export type TunnelEntry = Exclude<TunnelFieldName, 'tunnelProvider'>;

/** Returns the label and the hint of each field. */
export function tunnelLabels({
  tunnelForm,
}: Texts): Readonly<Record<TunnelEntry, { readonly label: string; readonly hint?: string }>> {
  return {
    publicUrl: { label: tunnelForm.publicUrl, hint: tunnelForm.publicUrlHint },
    ngrokDomain: { label: tunnelForm.domain, hint: tunnelForm.domainHint },
    cloudflared: { label: tunnelForm.executable, hint: tunnelForm.executableHint },
    sshHost: { label: tunnelForm.host },
    sshPort: { label: tunnelForm.sshPort },
    sshUser: { label: tunnelForm.user },
    sshBind: { label: tunnelForm.remoteBind, hint: tunnelForm.remoteBindHint },
    sshPattern: { label: tunnelForm.urlPattern, hint: tunnelForm.urlPatternHint },
  };
}
