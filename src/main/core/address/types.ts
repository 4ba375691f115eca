import type { TunnelError } from '../../../shared/tunnel.ts';

/** Events of one connection. Nothing comes after `down` or `fatal`. */
export type LinkEvent =
  /** The provider reports that requests can come in; not yet proven. */
  | { readonly type: 'up' }
  /** The address assigned by the provider, each time it reports one. */
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'down'; readonly error: TunnelError }
  /** A person has to act before another try makes sense. */
  | { readonly type: 'fatal'; readonly error: TunnelError };

/** One connection. It never reconnects by itself. */
export type TunnelLink = {
  /** Resolves within 2 s in any case; afterwards nothing of the connection is left. */
  readonly close: () => Promise<void>;
};

export type TunnelProvider = {
  /** Milliseconds between two proofs while all is well. */
  readonly steadyMs: number;
  /** False when the app manages no connection that it could reopen. */
  readonly hasLink: boolean;
  /** Starts a connection and returns at once; later events go to `onEvent`. Never throws. */
  readonly open: (onEvent: (event: LinkEvent) => void) => TunnelLink;
};

/** Result of a probe of the app's own public address. `ms`: round trip, or time until it failed. */
export type ProbeResult =
  | { readonly ok: true; readonly ms: number }
  | { readonly ok: false; readonly ms: number; readonly error: TunnelError };

/** Calls the app's own receiver through `url`. Never rejects. */
export type Probe = (url: string, signal: AbortSignal) => Promise<ProbeResult>;
