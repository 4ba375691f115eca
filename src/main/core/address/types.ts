import type { TunnelError } from '../../../shared/tunnel.ts';

/** What one connection tells. Nothing comes after `down` or `fatal`. */
export type LinkEvent =
  /** The provider says that requests can come in; not yet proven. */
  | { readonly type: 'up' }
  /** The address that the provider gave, each time that it gives one. */
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'down'; readonly error: TunnelError }
  /** A person has to act before another try makes sense. */
  | { readonly type: 'fatal'; readonly error: TunnelError };

/** One connection. It never reconnects by itself. */
export type TunnelLink = {
  /** Resolves within 2 s whatever the connection does; from then on nothing of it is left. */
  readonly close: () => Promise<void>;
};

export type TunnelProvider = {
  /** Milliseconds between two proofs while all is well. */
  readonly steadyMs: number;
  /** False when there is no connection of ours that could be made anew. */
  readonly hasLink: boolean;
  /** Begins a connection and answers at once; what becomes of it is told to `onEvent`. Never throws. */
  readonly open: (onEvent: (event: LinkEvent) => void) => TunnelLink;
};

/** What a question to the own public address found. `ms`: round trip, or how long it took to fail. */
export type ProbeResult =
  | { readonly ok: true; readonly ms: number }
  | { readonly ok: false; readonly ms: number; readonly error: TunnelError };

/** Asks the own receiver through `url`. Never rejects. */
export type Probe = (url: string, signal: AbortSignal) => Promise<ProbeResult>;
