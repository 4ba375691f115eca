import { hash } from 'node:crypto';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import type { Client, ConnectConfig } from 'ssh2';
import type { SshTunnelSettings } from '../../shared/settings/tunnel-settings.ts';
import type { LinkEvent, TunnelLink, TunnelProvider } from '../core/address/types.ts';
import type { Log } from '../log.ts';
import { loadSsh2 } from './ssh-key.ts';
import { toNetworkError } from './network-error.ts';
import { createOnceLink, type OnceLink } from './once-link.ts';
import { createUrlFinder } from './url-finder.ts';

const STEADY_MS = 60_000;
const READY_TIMEOUT_MS = 15_000;
const KEEPALIVE_MS = 15_000;
/** The connection counts as lost after one more than these unanswered keepalives. */
const KEEPALIVE_MISSES = 2;
const FAREWELL_MS = 1_000;
/** After the receiver has closed, the caller may take so long to read the answer and to close, too. */
const LAST_WORDS_MS = 2_000;

export type SshDeps = {
  readonly settings: SshTunnelSettings;
  readonly privateKey: string;
  /** The receiver's port on this computer. */
  readonly port: number;
  /** Returns the trusted fingerprint; empty before the first connection. */
  readonly hostKey: () => string;
  /** Called when the first connection works: only this fingerprint is trusted afterwards. */
  readonly onHostKey: (fingerprint: string) => void;
  readonly log: Pick<Log, 'info' | 'warn'>;
  readonly keepaliveMs?: number;
};

/** Returns a reverse tunnel over SSH: the server listens and forwards its connections to the receiver. */
export function createSsh(deps: SshDeps): TunnelProvider {
  return { steadyMs: STEADY_MS, hasLink: true, open: (onEvent) => openLink(deps, onEvent) };
}

function openLink(deps: SshDeps, onEvent: (event: LinkEvent) => void): TunnelLink {
  return createOnceLink(onEvent, async (link) => {
    const { settings } = deps;
    const { Client } = await loadSsh2();
    const client = new Client();
    let shown = '';
    let isMismatch = false;
    let isClosed = false;
    const fail = (error: unknown): void => {
      link.end(
        isMismatch
          ? { type: 'fatal', error: { code: 'hostkey_mismatch', detail: shown } }
          : toSshFailure(error),
      );
    };
    client.on('error', fail);
    client.on('close', () => {
      isClosed = true;
      fail(null);
    });
    client.on('ready', () => {
      // Nagle's algorithm and delayed acknowledgements together cost 40 ms per request.
      client.setNoDelay(true);
      if (deps.hostKey() === '') deps.onHostKey(shown);
      forward(client, deps, link);
      if (settings.urlPattern !== '') readUrls(client, deps, link.emit, fail);
    });
    link.onClose(() => (isClosed ? Promise.resolve() : sayGoodbye(client)));
    if (link.isOver()) return;
    try {
      client.connect(
        configOf(deps, (fingerprint) => {
          shown = fingerprint;
          isMismatch = !isTrusted(fingerprint, deps.hostKey());
          return !isMismatch;
        }),
      );
    } catch (error) {
      // ssh2 rejects an invalid private key before it sends anything.
      deps.log.warn('The SSH key cannot be used', error instanceof Error ? error.message : undefined);
      link.end({ type: 'fatal', error: { code: 'auth_failed', detail: null } });
    }
  });
}

function configOf(
  { settings, privateKey, keepaliveMs = KEEPALIVE_MS }: SshDeps,
  accept: (fingerprint: string) => boolean,
): ConnectConfig {
  return {
    host: settings.host,
    port: settings.port,
    username: settings.user,
    privateKey,
    readyTimeout: READY_TIMEOUT_MS,
    keepaliveInterval: keepaliveMs,
    keepaliveCountMax: KEEPALIVE_MISSES,
    hostVerifier: (key: Buffer) => accept(fingerprintOf(key)),
  };
}

function forward(client: Client, { settings, port }: SshDeps, link: OnceLink): void {
  const bind = bindOf(settings.remoteBind);
  const bound = (refusal: unknown): void => {
    if (!(refusal instanceof Error)) link.emit({ type: 'up' });
    // OpenSSH sends the same error for an address without permission and for one that another session holds.
    else link.end({ type: 'down', error: { code: 'forward_denied', detail: settings.remoteBind } });
  };
  if ('path' in bind) {
    client.on('unix connection', (_info, accept) => relayTo(port, accept()));
    client.openssh_forwardInStreamLocal(bind.path, bound);
  } else {
    client.on('tcp connection', (_info, accept) => relayTo(port, accept()));
    client.forwardIn(bind.host, bind.port, bound);
  }
}

/** Reads the public addresses that some services print, at first and after each change. */
function readUrls(
  client: Client,
  { settings: { urlPattern, host }, log }: SshDeps,
  emit: (event: LinkEvent) => void,
  fail: (error: unknown) => void,
): void {
  const find = createUrlFinder(urlPattern, host, () =>
    log.warn('The pattern for the address takes too long and is not used'),
  );
  client.shell(false, (error, stream) => {
    if (error !== undefined) {
      fail(error);
      return;
    }
    const read = (chunk: Buffer): void => {
      for (const url of find(chunk.toString('utf8'))) emit({ type: 'url', url });
    };
    stream.on('data', read);
    stream.stderr.on('data', read);
  });
}

function sayGoodbye(client: Client): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      client.destroy();
      resolve();
    }, FAREWELL_MS);
    client.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    client.end();
  });
}

/** Returns a key's fingerprint, as `ssh-keygen -l` prints it. */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${hash('sha256', key, 'base64').replace(/=+$/, '')}`;
}

/** Returns whether a host key is trusted: the first one is, and only that one afterwards. */
export function isTrusted(fingerprint: string, pinned: string): boolean {
  return pinned === '' || pinned === fingerprint;
}

type Failure = Extract<LinkEvent, { readonly type: 'down' | 'fatal' }>;

/** Returns the event for an error of ssh2, whose `level` names the failed step; null: the server closed the connection. */
export function toSshFailure(error: unknown): Failure {
  if (error === null) return { type: 'down', error: { code: 'unreachable', detail: null } };
  const level = error instanceof Error && 'level' in error ? error.level : null;
  if (level === 'client-authentication')
    return { type: 'fatal', error: { code: 'auth_failed', detail: null } };
  if (level === 'client-timeout') return { type: 'down', error: { code: 'timeout', detail: null } };
  return { type: 'down', error: toNetworkError(error) };
}

/**
 * Returns where the server listens, from `8080`, `127.0.0.1:8080` or `/path/of/a.sock`. Without a host it is the server's
 * loopback.
 */
export function bindOf(
  remoteBind: string,
): { readonly path: string } | { readonly host: string; readonly port: number } {
  if (remoteBind.startsWith('/')) return { path: remoteBind };
  const colon = remoteBind.lastIndexOf(':');
  const host = colon === -1 ? 'localhost' : remoteBind.slice(0, colon);
  // OpenSSH's notation for all addresses of the server.
  return { host: host === '*' ? '' : host, port: Number(remoteBind.slice(colon + 1)) };
}

/**
 * Relays a forwarded connection to the receiver and back. It ends when the caller closes it, or soon after the receiver has:
 * a caller who stays would keep a connection of this computer open for ever.
 */
export function relayTo(port: number, remote: Duplex): void {
  const local = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  local.setNoDelay(true);
  const drop = (): void => {
    local.destroy();
    remote.destroy();
  };
  local.on('error', drop);
  local.on('end', () => void setTimeout(drop, LAST_WORDS_MS).unref());
  remote.on('error', drop);
  remote.on('close', () => local.destroy());
  remote.pipe(local).pipe(remote);
}
