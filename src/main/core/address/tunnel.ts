import type { SettingsView } from '../../../shared/ipc-contract.ts';
import { isLoopback } from '../../../shared/address.ts';
import type { Result } from '../../../shared/result.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { TunnelError, TunnelErrorCode, TunnelStatus, TunnelTest } from '../../../shared/tunnel.ts';
import { publicAddress, tunnelSecretOf } from '../../../shared/settings/tunnel-settings.ts';
import type { HealthLights } from '../health/board.ts';
import type { SyncNotes } from '../support/notes.ts';
import { createSerialQueue } from '../support/scheduling.ts';
import { isListening } from '../inbound/receiver-supervisor.ts';
import { tunnelHealth } from '../health/to-health.ts';
import { checkTunnel } from './check.ts';
import { createTunnelSupervisor, type TunnelSupervisor } from './supervisor.ts';
import type { Probe, TunnelProvider } from './types.ts';

/** What a provider lacks that may be there at the next look. */
const PASSING: readonly TunnelErrorCode[] = ['binary_missing', 'keychain_closed'];

type SupervisorDeps = Parameters<typeof createTunnelSupervisor>[0];

/**
 * Returns the tunnel that the settings name: one connection at a time, its light, and what a change of the settings
 * does to it. Calls return at once; what comes of them goes to `onStatus`.
 */
export function createTunnel(
  deps: Pick<SupervisorDeps, 'now' | 'monotonicMs' | 'random' | 'schedule'> & {
    /** Builds the provider that the settings name, or returns what it lacks; null without one. */
    readonly makeProvider: (
      tunnel: Settings['tunnel'],
      port: number,
    ) => Promise<Result<TunnelProvider, TunnelError> | null>;
    /** `hasNetwork`: false when this computer has no way out to that address. */
    readonly makeProbe: (options: {
      readonly port: number;
      readonly hasNetwork: (address: string) => boolean;
    }) => Probe;
    readonly health: HealthLights;
    readonly notes: Pick<SyncNotes, 'lastWebhookAt'>;
    readonly hasNetwork: () => boolean;
    readonly onStatus: (status: TunnelStatus) => void;
    /** The address works again, or for the first time. */
    readonly onOnline: () => void;
    readonly log: {
      readonly info: (message: string, detail?: unknown) => void;
      readonly error: (message: string, detail?: unknown) => void;
    };
  },
) {
  const { health, log, now } = deps;
  let supervisor: TunnelSupervisor | null = null;
  let wanted = '';
  let view: SettingsView | null = null;
  let hasReceiver = false;
  /** The app ends: what still follows a change opens nothing any more. */
  let isStopped = false;
  const queue = createSerialQueue();
  /** Changes that are not made yet. */
  let waiting = 0;
  let status: TunnelStatus = stopped({ state: 'stopped', provider: 'none', url: null, error: null });

  const show = (next: TunnelStatus): void => {
    const before = status;
    const isSame = next.state === before.state;
    status = isSame ? { ...next, since: before.since } : next;
    health.set('tunnel', ...tunnelHealth(next));
    deps.onStatus(status);
    if (isSame) return;
    log.info(`Tunnel ${next.provider}: ${next.state}`, next.error ?? undefined);
    if (next.state === 'online') deps.onOnline();
  };

  const end = async (): Promise<void> => {
    await supervisor?.stop();
    supervisor = null;
  };
  const begin = async (current: SettingsView): Promise<void> => {
    await end();
    if (isStopped) return;
    const { tunnel, receiver } = current.settings;
    const url = publicAddress(tunnel);
    const shown = { provider: tunnel.provider, url };
    const isWanted = isListening(current) && tunnel.provider !== 'none';
    if (isWanted && !hasReceiver) {
      show(stopped({ ...shown, state: 'offline', error: { code: 'local_down', detail: null } }));
      return;
    }
    const made = isWanted ? await deps.makeProvider(tunnel, receiver.port) : null;
    if (made === null) {
      show(stopped({ ...shown, state: 'stopped', error: null }));
      return;
    }
    if (!made.ok || url === null) {
      const error: TunnelError = made.ok ? { code: 'not_configured', detail: null } : made.error;
      show(stopped({ ...shown, state: 'failed', error }));
      return;
    }
    supervisor = createTunnelSupervisor({
      ...deps,
      id: tunnel.provider,
      provider: made.value,
      url,
      probe: deps.makeProbe({
        port: receiver.port,
        hasNetwork: (address) => isLoopback(new URL(address).hostname) || deps.hasNetwork(),
      }),
      lastInboundAt: deps.notes.lastWebhookAt(),
      onStatus: show,
    });
    supervisor.start();
  };
  /** Calls wait for each other: two connections at a time would take the place from one another. */
  const enqueue = (task: () => Promise<void>): Promise<void> => {
    waiting += 1;
    const done = queue.run(task).finally(() => (waiting -= 1));
    done.catch((error: unknown) => log.error('The tunnel could not be changed', error));
    return done;
  };
  const restart = (view: SettingsView): Promise<void> => enqueue(() => begin(view));

  return {
    /**
     * Returns at once; the outcome goes to `onStatus`. `isHeld`: the receiver has its port; else whoever has it
     * would be fed with what is the platform's.
     */
    follow: (current: SettingsView, isHeld: boolean): void => {
      view = current;
      hasReceiver = isHeld;
      const next = planOf(current, isHeld);
      if (next === wanted && !mayStartNow()) return;
      wanted = next;
      void restart(current);
    },
    /** The address is proven to lead here. */
    isOnline: (): boolean => status.state === 'online',
    noteInbound: (): void => supervisor?.noteInbound(),
    wake: (): void => supervisor?.wake(),
    /** Takes the connection down, until it is followed again: its port is given up. */
    release: (): Promise<void> => {
      wanted = '';
      return enqueue(end);
    },
    stop: (): Promise<void> => {
      isStopped = true;
      return enqueue(end);
    },
    pages: {
      status: () => status,
      test: (): Promise<TunnelTest> =>
        supervisor?.test() ??
        Promise.resolve({
          ok: false,
          error: status.error ?? { code: 'not_configured', detail: null },
        }),
      /** The same of an address that must be this one, before anything secret is sent there. */
      prove: async (url: string): Promise<TunnelTest> => {
        // A change that is under way would be asked about the address before it.
        await queue.idle();
        const asked = supervisor;
        if (asked?.status().url === url) return asked.test();
        return { ok: false, error: status.error ?? { code: 'not_configured', detail: null } };
      },
      restart: async (): Promise<TunnelStatus> => {
        if (view !== null) await restart(view);
        return status;
      },
    },
  };

  /** It did not start for want of something that may have come meanwhile. */
  function mayStartNow(): boolean {
    return (
      waiting === 0 && supervisor === null && status.error !== null && PASSING.includes(status.error.code)
    );
  }
  function stopped(known: Pick<TunnelStatus, 'state' | 'provider' | 'url' | 'error'>): TunnelStatus {
    const lastInboundAt = deps.notes.lastWebhookAt();
    return { ...known, since: now(), attempt: 0, nextRetryAt: null, lastProbe: null, lastInboundAt };
  }
}

/** What a new connection would be needed for. A server's key that is pinned changes nothing. */
function planOf(view: SettingsView, isHeld: boolean): string {
  const { settings, secrets } = view;
  const { tunnel, receiver } = settings;
  const { hostKey: _pinned, ...ssh } = tunnel.ssh;
  const key = tunnelSecretOf(tunnel.provider);
  return JSON.stringify([
    isListening(view),
    isHeld,
    receiver.port,
    { ...tunnel, ssh },
    key === null ? null : secrets[key],
    checkTunnel(tunnel),
  ]);
}
