import type { ErrorText } from '../../shared/texts/errors.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { TunnelStatus } from '../../shared/tunnel.ts';

/** What is to be said of the public address: its trouble when there is one, else its state. */
export function tunnelWords({ state, error }: TunnelStatus, { tunnel }: Texts): ErrorText {
  return error === null ? tunnel.states[state] : tunnel.errors[error.code](error.detail);
}
