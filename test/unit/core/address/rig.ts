import { createTunnelSupervisor } from '../../../../src/main/core/address/supervisor.ts';
import type { LinkEvent, ProbeResult } from '../../../../src/main/core/address/types.ts';
import type { TunnelErrorCode, TunnelState, TunnelStatus } from '../../../../src/shared/tunnel.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';

export const URL = 'https://tienda.example';

export function failing(code: TunnelErrorCode): ProbeResult {
  return { ok: false, ms: 1, error: { code, detail: null } };
}
export const ALIVE: ProbeResult = { ok: true, ms: 40 };

/** A supervisor whose clock stands still, over connections that do what the test says. */
export function createTunnelRig({ hasLink = true, steadyMs = 60_000, random = 0.5, autoUp = true } = {}) {
  const time = createFakeTime();
  const states: TunnelState[] = [];
  const links: { readonly at: number; readonly emit: (event: LinkEvent) => void; closed: number | null }[] =
    [];
  const probes: number[] = [];
  let answer: ProbeResult = ALIVE;
  let closeMs = 0;
  let last: TunnelStatus | null = null;

  const supervisor = createTunnelSupervisor({
    ...time,
    id: hasLink ? 'ssh' : 'own-url',
    url: URL,
    random: () => random,
    lastInboundAt: null,
    onStatus: (status) => {
      if (status.state !== last?.state) states.push(status.state);
      last = status;
    },
    provider: {
      steadyMs,
      hasLink,
      open: (onEvent) => {
        const own = { at: time.monotonicMs(), emit: onEvent, closed: null as number | null };
        links.push(own);
        if (autoUp) onEvent({ type: 'up' });
        return {
          close: () => {
            own.closed = time.monotonicMs();
            return closeMs === 0 ? Promise.resolve() : new Promise((end) => time.schedule(end, closeMs));
          },
        };
      },
    },
    probe: () => {
      probes.push(time.monotonicMs());
      return Promise.resolve(answer);
    },
  });
  return {
    ...time,
    supervisor,
    states,
    links,
    probes,
    /** What the public address answers from now on. */
    answer: (result: ProbeResult) => {
      answer = result;
    },
    /** How long a connection takes to be gone. */
    closeIn: (ms: number) => {
      closeMs = ms;
    },
    emit: (event: LinkEvent) => links.at(-1)?.emit(event),
  };
}
