import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TunnelError } from '../../shared/tunnel.ts';
import { freePorts } from '../free-ports.ts';
import { createLeave } from '../leave.ts';
import type { LinkEvent, TunnelLink, TunnelProvider } from '../core/address/types.ts';
import type { Log } from '../log.ts';
import { loopbackFetch } from '../loopback-fetch.ts';
import { fetchSmall } from './fetch-small.ts';
import { createOnceLink, type OnceLink } from './once-link.ts';
import { startGuardedChild } from './child-guard.ts';

const STEADY_MS = 60_000;
const READY_LIMIT_MS = 45_000;
const OPENING_EVERY_MS = 500;
const WATCH_EVERY_MS = 5_000;
const ASK_LIMIT_MS = 2_000;

export type CloudflaredDeps = {
  /** Path of the user's own copy. */
  readonly executable: string;
  readonly token: string;
  readonly env: Readonly<Record<string, string>>;
  readonly log: Pick<Log, 'warn'>;
};

/**
 * Returns a named Cloudflare tunnel, run by the user's own copy of cloudflared. Its target and its name are configured in
 * Cloudflare's dashboard. The token is passed in the environment, because arguments are visible in every task list.
 */
export function createCloudflared(deps: CloudflaredDeps): TunnelProvider {
  return { steadyMs: STEADY_MS, hasLink: true, open: (onEvent) => openLink(deps, onEvent) };
}

function openLink(deps: CloudflaredDeps, onEvent: (event: LinkEvent) => void): TunnelLink {
  return createOnceLink(onEvent, async (link) => {
    const [port] = await freePorts();
    const metrics = `127.0.0.1:${String(port)}`;
    if (link.isOver()) return;
    const args = ['tunnel', '--no-autoupdate', '--metrics', metrics, '--grace-period', '1s', 'run'];
    const program = startGuardedChild(deps.executable, args, { ...deps.env, TUNNEL_TOKEN: deps.token });
    link.onClose(program.kill);
    let trouble: TunnelError | null = null;
    createInterface({ input: program.errors }).on('line', (line) => {
      if (isWorthLogging(line)) deps.log.warn(`cloudflared: ${line.replaceAll(deps.token, '***')}`);
      const hint = hintIn(line);
      if (hint === null) return;
      trouble = hint.error;
      if (hint.isFatal) link.end({ type: 'fatal', error: hint.error });
    });
    program.onExit(({ code, missing }) => {
      if (missing) link.end({ type: 'fatal', error: { code: 'binary_missing', detail: 'cloudflared' } });
      const crashed: TunnelError = { code: 'binary_crashed', detail: code === null ? null : String(code) };
      link.end({ type: 'down', error: trouble ?? crashed });
    });
    void watch(`http://${metrics}/ready`, link, () => trouble);
  });
}

/** Follows whether cloudflared itself reports a connection. Whether the public address works is proven by the probe. */
async function watch(url: string, link: OnceLink, trouble: () => TunnelError | null): Promise<void> {
  const lost = (): void => link.end({ type: 'down', error: trouble() ?? { code: 'timeout', detail: null } });
  const untilMs = performance.now() + READY_LIMIT_MS;
  while ((await askReady(url)) !== 'ready') {
    if (link.isOver()) return;
    if (performance.now() > untilMs) {
      lost();
      return;
    }
    await sleep(OPENING_EVERY_MS);
  }
  link.emit({ type: 'up' });
  let misses = 0;
  while (!link.isOver() && !isLost(misses)) {
    await sleep(WATCH_EVERY_MS);
    misses = missesAfter(misses, await askReady(url));
  }
  lost();
}

/** What cloudflared says of its connection. `silent`: nothing in time, which a busy computer does too. */
export type Readiness = 'ready' | 'not-ready' | 'silent';

/** Three answers in a row that it is not connected, or a minute and a half without any. */
const LOST = 12;
const WEIGHTS: Readonly<Record<Exclude<Readiness, 'ready'>, number>> = { 'not-ready': 4, silent: 1 };

/** Returns how much speaks against the connection after one more question. */
export function missesAfter(misses: number, readiness: Readiness): number {
  return readiness === 'ready' ? 0 : misses + WEIGHTS[readiness];
}

/** Returns whether the connection counts as lost. */
export function isLost(misses: number): boolean {
  return misses >= LOST;
}

async function askReady(url: string): Promise<Readiness> {
  const leave = createLeave({ ms: ASK_LIMIT_MS });
  try {
    const { status } = await fetchSmall(loopbackFetch, url, { signal: leave.signal });
    return status === 200 ? 'ready' : 'not-ready';
  } catch {
    // It is not listening yet, or no longer; or the computer is too busy for it.
    return leave.isLate() ? 'silent' : 'not-ready';
  } finally {
    leave.end();
  }
}

type Hint = { readonly isFatal: boolean; readonly error: TunnelError };

/** What cloudflared logs, as plain lines or JSON, and what it means. Source: github.com/cloudflare/cloudflared */
const HINTS: readonly (readonly [RegExp, Hint])[] = [
  [
    /Provided Tunnel token is not valid|Unauthorized: |Invalid tunnel secret/,
    { isFatal: true, error: { code: 'auth_failed', detail: null } },
  ],
  [/no such host|lookup .+ on /, { isFatal: false, error: { code: 'dns', detail: null } }],
  [
    /failed to dial|Unable to establish connection|Lost connection with the edge|timeout: no recent network activity/i,
    { isFatal: false, error: { code: 'unreachable', detail: 'Cloudflare' } },
  ],
];
const WORTH_LOGGING = /\b(?:WRN|ERR|FTL)\b|"level":"(?:warn|error|fatal)"|not valid/;

/** Returns the error that a line of cloudflared's log points to; null for most lines. */
export function hintIn(line: string): Hint | null {
  return HINTS.find(([pattern]) => pattern.test(line))?.[1] ?? null;
}

/** Returns whether a line of cloudflared's log is a warning or an error. */
export function isWorthLogging(line: string): boolean {
  return WORTH_LOGGING.test(line);
}
