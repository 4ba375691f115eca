import { assertNever } from '../../shared/result.ts';
import { shiftIso } from '../../shared/time.ts';
import type { TunnelError, TunnelState, TunnelStatus, TunnelTest } from '../../shared/tunnel.ts';
import type { TunnelProviderId } from '../../shared/tunnel-settings.ts';
import type { Now } from './ports.ts';
import {
  explainMiss,
  linkDown,
  linkUp,
  NEW_WATCH,
  opening,
  probed,
  probeInMs,
  reopenInMs,
  type TunnelWatch,
} from './tunnel-plan.ts';
import type { LinkEvent, Probe, ProbeResult, TunnelLink, TunnelProvider } from './tunnel-ports.ts';

const GIVEN_UP: ProbeResult = { ok: false, ms: 0, error: { code: 'timeout', detail: null } };

export type TunnelSupervisor = {
  readonly start: () => void;
  /** Resolves when nothing of the connection is left. */
  readonly stop: () => Promise<void>;
  /** Takes the connection down and begins anew. */
  readonly restart: () => Promise<void>;
  /** The computer woke up or has another network: asks now, and makes a new connection at the first miss. */
  readonly wake: () => void;
  /** A webhook came in. */
  readonly noteInbound: () => void;
  /** Asks now. */
  readonly test: () => Promise<TunnelTest>;
  readonly status: () => TunnelStatus;
};

/** Keeps one tunnel alive: begins its connections, asks for proofs, and says how it stands. */
export function createTunnelSupervisor(deps: {
  readonly id: TunnelProviderId;
  readonly provider: TunnelProvider;
  /** The address that the portal has. */
  readonly url: string;
  readonly probe: Probe;
  /** Of earlier days. */
  readonly lastInboundAt: string | null;
  readonly onStatus: (status: TunnelStatus) => void;
  readonly now: Now;
  readonly monotonicMs: () => number;
  readonly random: () => number;
  /** Answers how to cancel. */
  readonly schedule: (run: () => void, ms: number) => () => void;
}): TunnelSupervisor {
  const { provider, url, monotonicMs, schedule } = deps;
  let watch: TunnelWatch = NEW_WATCH;
  let isRunning = false;
  /** Late news of a connection that was given up bear an older number. */
  let generation = 0;
  let link: TunnelLink | null = null;
  let closing: Promise<unknown> = Promise.resolve();
  let openedMs = 0;
  let provenMs: number | null = null;
  let inboundMs: number | null = null;
  let nextRetryAt: string | null = null;
  let lastProbe: TunnelStatus['lastProbe'] = null;
  let { lastInboundAt } = deps;
  let shown: { readonly state: TunnelState; readonly since: string } = {
    state: 'stopped',
    since: deps.now(),
  };
  let cancelProbe = (): void => undefined;
  let cancelReopen = (): void => undefined;
  let asking: { readonly abort: AbortController; readonly answer: Promise<ProbeResult | null> } | null = null;

  const status = (): TunnelStatus => ({
    state: shown.state,
    since: shown.since,
    provider: deps.id,
    url,
    attempt: watch.attempt,
    nextRetryAt,
    lastProbe,
    lastInboundAt,
    error: watch.error,
  });
  const show = (): void => {
    const state = isRunning ? watch.state : 'stopped';
    if (shown.state !== state) shown = { state, since: deps.now() };
    deps.onStatus(status());
  };

  /** null when the question was dropped: what it asked through is gone. */
  const ask = (): Promise<ProbeResult | null> => {
    cancelProbe();
    if (asking !== null) return asking.answer;
    const abort = new AbortController();
    const answer = deps.probe(url, abort.signal).then((result) => {
      if (abort.signal.aborted) return null;
      asking = null;
      conclude(result);
      return result;
    });
    asking = { abort, answer };
    return answer;
  };
  const dropQuestion = (): void => {
    cancelProbe();
    asking?.abort.abort();
    asking = null;
  };
  const conclude = (found: ProbeResult): void => {
    if (!isRunning) return;
    const { hasLink } = provider;
    const result = explainMiss(found, {
      hasLink,
      wasProven: provenMs !== null,
      hasInbound: inboundMs !== null,
    });
    lastProbe = { at: deps.now(), ok: result.ok, ms: result.ms };
    if (result.ok) {
      provenMs = monotonicMs();
      inboundMs = null;
    }
    // Without its connection the tunnel has said already what is wrong.
    if (watch.link === 'up' || result.ok) {
      const next = probed(watch, result, { hasLink, sinceOpenMs: monotonicMs() - openedMs });
      watch = next.watch;
      if (next.recycle) open();
      else planProbe();
    }
    show();
  };
  const planProbe = (): void => {
    cancelProbe();
    if (watch.link !== 'up') return;
    const nowMs = monotonicMs();
    const waitMs = probeInMs(watch, {
      steadyMs: provider.steadyMs,
      random: deps.random(),
      sinceProofMs: nowMs - (provenMs ?? nowMs),
      sinceInboundMs: inboundMs === null ? null : nowMs - inboundMs,
    });
    cancelProbe = schedule(() => void ask(), waitMs);
  };

  const hear = (from: number, event: LinkEvent): void => {
    if (from !== generation || !isRunning) return;
    switch (event.type) {
      case 'up':
        dropQuestion();
        watch = linkUp(watch);
        void ask();
        break;
      case 'url':
        // The portal would go on calling the one that it has.
        if (event.url !== url) lose({ code: 'address_changes', detail: event.url }, true);
        break;
      case 'down':
        lose(event.error, false);
        break;
      case 'fatal':
        lose(event.error, true);
        break;
      default:
        assertNever(event);
    }
    show();
  };
  const lose = (error: TunnelError, isFatal: boolean): void => {
    dropLink();
    watch = linkDown(watch, error, isFatal);
    const waitMs = reopenInMs(watch, deps.random());
    nextRetryAt = shiftIso(deps.now(), waitMs);
    cancelReopen = schedule(open, waitMs);
  };
  const dropLink = (): void => {
    cancelReopen();
    dropQuestion();
    nextRetryAt = null;
    generation += 1;
    const old = link;
    link = null;
    if (old !== null) closing = Promise.all([closing, old.close()]);
  };
  const open = (): void => {
    dropLink();
    watch = opening(watch);
    openedMs = monotonicMs();
    const own = generation;
    // The connection before must be gone, or it would hold the place on the server.
    void closing.then(() => {
      if (own !== generation || !isRunning) return;
      const opened = provider.open((event) => hear(own, event));
      if (own === generation) link = opened;
      else void opened.close();
      show();
    });
  };

  const stop = async (): Promise<void> => {
    isRunning = false;
    dropLink();
    watch = NEW_WATCH;
    show();
    await closing;
  };
  const start = (): void => {
    isRunning = true;
    watch = NEW_WATCH;
    open();
    show();
  };

  return {
    start,
    stop,
    restart: async () => {
      await stop();
      start();
    },
    wake: () => {
      if (!isRunning) return;
      if (watch.link === 'down') {
        open();
      } else if (watch.link === 'up') {
        watch = { ...watch, isSuspect: provider.hasLink };
        dropQuestion();
        void ask();
      }
    },
    noteInbound: () => {
      inboundMs = monotonicMs();
      lastInboundAt = deps.now();
      if (!isRunning || watch.link !== 'up') return;
      if (watch.state === 'online') planProbe();
      else void ask();
      show();
    },
    test: async () => {
      const result = (await ask()) ?? (await ask()) ?? GIVEN_UP;
      if (result.ok) return { ok: true, ms: result.ms };
      const isExplained = watch.link !== 'up' && watch.error !== null;
      return { ok: false, error: isExplained && watch.error !== null ? watch.error : result.error };
    },
    status,
  };
}
