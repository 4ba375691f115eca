import { assertNever } from '../../../shared/result.ts';
import { shiftIso, type Now } from '../../../shared/time.ts';
import type { TunnelError, TunnelState, TunnelStatus, TunnelTest } from '../../../shared/tunnel.ts';
import type { TunnelProviderId } from '../../../shared/settings/tunnel-settings.ts';
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
} from './link-state.ts';
import { createTunnelQuestions } from './probes.ts';
import type { LinkEvent, Probe, ProbeResult, TunnelLink, TunnelProvider } from './types.ts';

const TIMED_OUT: TunnelError = { code: 'timeout', detail: null };
const GIVEN_UP: ProbeResult = { ok: false, ms: 0, error: TIMED_OUT };
/** How long a connection may take to come up. */
const OPENING_LIMIT_MS = 60_000;
/** After a wake-up, an opening connection older than this is replaced. */
const OPENING_TRUST_MS = 5_000;

export type TunnelSupervisor = {
  readonly start: () => void;
  /** Resolves when the connection is completely closed. */
  readonly stop: () => Promise<void>;
  /** The computer woke up or changed its network: probes now, and reconnects at the first failure. */
  readonly wake: () => void;
  /** A webhook came in. */
  readonly noteInbound: () => void;
  /** Probes now. */
  readonly test: () => Promise<TunnelTest>;
  readonly status: () => TunnelStatus;
};

/** Keeps one tunnel alive: opens its connections, probes them and reports their state. */
export function createTunnelSupervisor(deps: {
  readonly id: TunnelProviderId;
  readonly provider: TunnelProvider;
  /** The address stored in the portal. */
  readonly url: string;
  readonly probe: Probe;
  /** From an earlier run of the app. */
  readonly lastInboundAt: string | null;
  readonly onStatus: (status: TunnelStatus) => void;
  readonly now: Now;
  readonly monotonicMs: () => number;
  readonly random: () => number;
  /** Returns a function that cancels it. */
  readonly schedule: (run: () => void, ms: number) => () => void;
}): TunnelSupervisor {
  const { provider, url, monotonicMs, schedule } = deps;
  let watch: TunnelWatch = NEW_WATCH;
  let isRunning = false;
  /** Late events of a dropped connection carry an older number and are ignored. */
  let generation = 0;
  let link: TunnelLink | null = null;
  let closing: Promise<void> = Promise.resolve();
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
  /** Cancels the timer that acts on the connection: the time limit while it opens, the next attempt once it is gone. */
  let cancelStep = (): void => undefined;

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

  const explain = (found: ProbeResult): ProbeResult =>
    explainMiss(found, {
      hasLink: provider.hasLink,
      wasProven: provenMs !== null,
      hasInbound: inboundMs !== null,
    });
  const conclude = (result: ProbeResult): void => {
    if (!isRunning) return;
    const { hasLink } = provider;
    lastProbe = { at: deps.now(), ok: result.ok, ms: result.ms };
    if (result.ok) {
      provenMs = monotonicMs();
      inboundMs = null;
    }
    // Requests through it would reach another program.
    if (!result.ok && result.error.code === 'port_taken') lose(result.error, true);
    // Without a connection, the connection's own error is already shown.
    else if (watch.link === 'up' || result.ok) {
      const next = probed(watch, result, { hasLink, sinceOpenMs: monotonicMs() - openedMs });
      watch = next.watch;
      if (next.recycle) open();
      else planProbe();
    }
    show();
  };
  const questions = createTunnelQuestions({
    ask: (signal) => deps.probe(url, signal).then(explain),
    conclude,
    schedule,
  });
  const planProbe = (): void => {
    questions.unplan();
    if (watch.link !== 'up') return;
    const nowMs = monotonicMs();
    const waitMs = probeInMs(watch, {
      steadyMs: provider.steadyMs,
      random: deps.random(),
      sinceProofMs: nowMs - (provenMs ?? nowMs),
      sinceInboundMs: inboundMs === null ? null : nowMs - inboundMs,
    });
    questions.plan(waitMs);
  };

  const onEvent = (from: number, event: LinkEvent): void => {
    if (from !== generation || !isRunning) return;
    switch (event.type) {
      case 'up':
        cancelStep();
        questions.drop();
        watch = linkUp(watch);
        void questions.ask();
        break;
      case 'url':
        // The portal would keep calling the address that it has stored.
        if (!isSameHost(event.url, url)) lose({ code: 'address_changes', detail: event.url }, true);
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
    cancelStep = schedule(open, waitMs);
  };
  const dropLink = (): void => {
    cancelStep();
    questions.drop();
    nextRetryAt = null;
    generation += 1;
    const old = link;
    link = null;
    if (old !== null) closing = Promise.all([closing, old.close()]).then(() => undefined);
  };
  const open = (): void => {
    dropLink();
    watch = opening(watch);
    openedMs = monotonicMs();
    // Some clients wait for ever when a server accepts the connection and stays silent.
    cancelStep = schedule(() => {
      lose(TIMED_OUT, false);
      show();
    }, OPENING_LIMIT_MS);
    const own = generation;
    // The previous connection must be closed first: it would still occupy its place on the server.
    void closing.then(() => {
      if (own !== generation || !isRunning) return;
      const opened = provider.open((event) => onEvent(own, event));
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
    wake: () => {
      if (!isRunning) return;
      if (watch.link === 'up') {
        watch = { ...watch, isSuspect: provider.hasLink };
        questions.drop();
        void questions.ask();
      } else if (watch.link === 'down' || monotonicMs() - openedMs >= OPENING_TRUST_MS) {
        open();
      }
    },
    noteInbound: () => {
      inboundMs = monotonicMs();
      lastInboundAt = deps.now();
      if (!isRunning || watch.link !== 'up') return;
      if (watch.state === 'online') planProbe();
      else void questions.ask();
      show();
    },
    test: async () => {
      const result = (await questions.ask()) ?? (await questions.ask()) ?? GIVEN_UP;
      if (result.ok) return { ok: true, ms: result.ms };
      const isExplained = watch.link !== 'up' && watch.error !== null;
      return { ok: false, error: isExplained && watch.error !== null ? watch.error : result.error };
    },
    status,
  };
}

/** Services print an address with another scheme or spelling than the portal has. */
function isSameHost(printed: string, url: string): boolean {
  return URL.canParse(printed) && new URL(printed).host === new URL(url).host;
}
