import type { ProxyStop } from './fact.ts';
import type { TunnelProviderId } from './tunnel-settings.ts';

/**
 * `stopped`: none is wanted. `online`: proven end to end. `degraded`: the last proof failed, or none can be had.
 * `offline`: proofs keep failing, or the connection is gone; tried again by itself. `failed`: a person has to act first.
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
  /** A file brought the address: the webhook secret is not sent there. */
  'address_untyped',
  /** A file named another program than a person did: it is not started. `detail`: its path. */
  'program_untyped',
  'keychain_closed',
  /** The address would be another one after a restart. `detail`: that address. */
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
  /** Another program answers on the receiver's port of this computer. */
  'port_taken',
  'dns',
  'unreachable',
  'tls',
  /** The way out stops at a proxy. `detail`: why, and which. */
  'proxy',
  'timeout',
  /** The request arrived here and its answer did not get back. */
  'reply_lost',
  /** Somebody answers at the public address, but not this computer. */
  'wrong_endpoint',
  /** `detail`: the HTTP status. */
  'http_status',
  'quota',
  /** The address cannot be reached from here; only what arrives can prove it. */
  'unverified',
  'unknown',
] as const;
export type TunnelErrorCode = (typeof TUNNEL_ERROR_CODES)[number];

export type TunnelError = {
  readonly code: TunnelErrorCode;
  /** A fact for the sentence. Already redacted. */
  readonly detail: string | ProxyStop | null;
};

/** Times are ISO UTC. */
export type TunnelStatus = {
  readonly state: TunnelState;
  readonly provider: TunnelProviderId;
  readonly url: string | null;
  /** Since when it is in this state. */
  readonly since: string;
  /** Connections tried in a row without success; 0 while it works. */
  readonly attempt: number;
  /** When the next connection is tried; null when none is waited for. */
  readonly nextRetryAt: string | null;
  /** The last question to the own public address; `ms` is the round trip, or how long it took to fail. */
  readonly lastProbe: { readonly at: string; readonly ok: boolean; readonly ms: number } | null;
  /** When a webhook last came in from outside. */
  readonly lastInboundAt: string | null;
  readonly error: TunnelError | null;
};

/** What a question to the own public address found. `ms`: the round trip. */
export type TunnelTest =
  { readonly ok: true; readonly ms: number } | { readonly ok: false; readonly error: TunnelError };

/** The public half of the key that opens the SSH server, as one line of `authorized_keys`. */
export type SshKeyAnswer =
  { readonly ok: true; readonly publicKey: string } | { readonly ok: false; readonly error: TunnelError };
