import type { ProxyStop } from './proxy.ts';
import type { TunnelProviderId } from './settings/tunnel-settings.ts';

/**
 * `stopped`: no tunnel is wanted. `online`: proven end to end. `degraded`: the last proof failed, or none is possible.
 * `offline`: proofs keep failing, or the connection is lost; retried automatically. `failed`: a person has to act
 * first.
 */
export const TUNNEL_STATES = ['stopped', 'starting', 'online', 'degraded', 'offline', 'failed'] as const;
export type TunnelState = (typeof TUNNEL_STATES)[number];

/** Why the public address does not work. Each code has a sentence and a next step in `texts/tunnel`. */
export const TUNNEL_ERROR_CODES = [
  /** `detail`: the setting's name. */
  'not_configured',
  /** `detail`: the secret's name. */
  'secret_missing',
  /** The secret was typed for another provider or server. `detail`: its name. */
  'secret_elsewhere',
  /** The address came from a file: the webhook secret is not sent there. */
  'address_untyped',
  /** A file names another program than the user did: it is not started. `detail`: its path. */
  'program_untyped',
  'keychain_closed',
  /** The address would change after a restart. `detail`: that address. */
  'address_changes',
  'auth_failed',
  /** `detail`: the fingerprint that the server showed. */
  'hostkey_mismatch',
  'forward_denied',
  'domain_in_use',
  'domain_refused',
  /** `detail`: the program's name. */
  'binary_missing',
  'binary_crashed',
  'no_network',
  'local_down',
  /** Another program responds on the receiver's port of this computer. */
  'port_taken',
  'dns',
  'unreachable',
  'tls',
  /** A proxy stopped the request. `detail`: why, and which proxy. */
  'proxy',
  'timeout',
  /** The request arrived here, but its response did not get back. */
  'reply_lost',
  /** Another server than this computer responds at the public address. */
  'wrong_endpoint',
  /** `detail`: the HTTP status. */
  'http_status',
  'quota',
  /** The address cannot be reached from here; only an incoming webhook can prove it. */
  'unverified',
  'unknown',
] as const;
export type TunnelErrorCode = (typeof TUNNEL_ERROR_CODES)[number];

export type TunnelError = {
  readonly code: TunnelErrorCode;
  /** A value for the sentence. Already redacted. */
  readonly detail: string | ProxyStop | null;
};

/** Times are ISO UTC. */
export type TunnelStatus = {
  readonly state: TunnelState;
  readonly provider: TunnelProviderId;
  readonly url: string | null;
  /** Since when it is in this state. */
  readonly since: string;
  /** Failed connection attempts in a row; 0 while it works. */
  readonly attempt: number;
  /** When the next connection is tried; null when none is planned. */
  readonly nextRetryAt: string | null;
  /** The last probe of the public address; `ms` is the round trip, or the time until it failed. */
  readonly lastProbe: { readonly at: string; readonly ok: boolean; readonly ms: number } | null;
  /** When a webhook last came in from outside. */
  readonly lastInboundAt: string | null;
  readonly error: TunnelError | null;
};

/** The result of a probe of the public address. `ms`: the round trip. */
export type TunnelTest =
  { readonly ok: true; readonly ms: number } | { readonly ok: false; readonly error: TunnelError };

/** The public half of the SSH key, as one line of `authorized_keys`. */
export type SshKeyAnswer =
  { readonly ok: true; readonly publicKey: string } | { readonly ok: false; readonly error: TunnelError };
