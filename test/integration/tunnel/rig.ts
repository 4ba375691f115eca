import { expect, onTestFinished } from 'vitest';
import type { TunnelProvider } from '../../../src/main/core/address/types.ts';
import { createTunnelSupervisor, type TunnelSupervisor } from '../../../src/main/core/address/supervisor.ts';
import { timing } from '../../../src/main/timing.ts';
import { createProbeNonces } from '../../../src/main/tunnel/probe-nonces.ts';
import { createProbe } from '../../../src/main/tunnel/probe.ts';
import type { TunnelState, TunnelStatus } from '../../../src/shared/tunnel.ts';
import { SECRET, startReceiver, type Receiver } from '../webhook/rig.ts';
import { CA } from '../../services/front.ts';
import { createNodeFetch } from '../../services/node-fetch.ts';

export type Watched = {
  readonly supervisor: TunnelSupervisor;
  readonly states: readonly TunnelState[];
  /** Waits for a state and answers how many milliseconds it took. */
  readonly reach: (state: TunnelState, limitMs?: number) => Promise<number>;
};

/** The real receiver, that answers probes. */
export async function startGatedReceiver(): Promise<
  Receiver & { nonces: ReturnType<typeof createProbeNonces> }
> {
  const nonces = createProbeNonces();
  return { ...(await startReceiver({ answerNonce: nonces.answerNonce })), nonces };
}

/** The real supervisor over a real provider, asking more often than a shop would. */
export function watchTunnel(
  receiver: Awaited<ReturnType<typeof startGatedReceiver>>,
  url: string,
  provider: TunnelProvider,
  /** `pace`: how much sooner than in a shop the supervisor's timers ring. */
  { steadyMs = 1_000, pace = 1 } = {},
): Watched {
  const states: TunnelState[] = [];
  let last: TunnelStatus | null = null;
  const supervisor = createTunnelSupervisor({
    ...timing,
    now: () => new Date().toISOString(),
    schedule: (run, ms) => timing.schedule(run, ms / pace),
    id: 'ssh',
    url,
    provider: { ...provider, steadyMs },
    probe: createProbe({
      nonces: receiver.nonces,
      port: () => receiver.server.port(),
      hasNetwork: () => true,
      monotonicMs: timing.monotonicMs,
      timeoutMs: 1_500,
      fetch: createNodeFetch(CA),
    }),
    lastInboundAt: null,
    onStatus: (status) => {
      if (status.state !== last?.state) states.push(status.state);
      last = status;
    },
  });
  onTestFinished(() => supervisor.stop());
  return {
    supervisor,
    states,
    reach: async (state, limitMs = 10_000) => {
      const began = performance.now();
      await expect
        .poll(() => supervisor.status().state, { timeout: limitMs, interval: 20, message: state })
        .toBe(state);
      return Math.round(performance.now() - began);
    },
  };
}

/** Big enough to come in several pieces. */
export function orderBody(orderId: string): string {
  return JSON.stringify({ order_id: orderId, note: 'ñ'.repeat(10_000) });
}

/** A webhook as the platform sends it, on a connection of its own. Answers the status. */
export async function postOrder(url: string, orderId: string): Promise<number> {
  const { request } = url.startsWith('https:') ? await import('node:https') : await import('node:http');
  return new Promise((resolve, reject) => {
    const post = request(`${url}/webhooks/orders`, {
      method: 'POST',
      agent: false,
      ca: CA,
      headers: { Authorization: SECRET, 'Content-Type': 'application/json' },
    });
    post.on('error', reject);
    post.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    post.end(orderBody(orderId));
  });
}
