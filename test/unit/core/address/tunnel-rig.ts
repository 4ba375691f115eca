import { vi } from 'vitest';
import { createTunnel } from '../../../../src/main/core/address/tunnel.ts';
import type { ProbeResult, TunnelProvider } from '../../../../src/main/core/address/types.ts';
import type { SettingsView } from '../../../../src/shared/ipc-contract.ts';
import { ok, type Result } from '../../../../src/shared/result.ts';
import type { Settings } from '../../../../src/shared/settings/settings.ts';
import type { TunnelError, TunnelStatus } from '../../../../src/shared/tunnel.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { noSecrets } from '../../../fakes/no-secrets.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';
import { ALIVE, URL } from './rig.ts';

export const INBOUND_AT = '2026-05-01T10:00:00.000Z';
export const KEPT = { present: true, last4: null, savedAt: null } as const;

/** The settings page's view of a shop with an own address. */
export function view(
  tunnel: Partial<Settings['tunnel']> = {},
  more: Partial<SettingsView> = {},
): SettingsView {
  const settings: Settings = {
    ...SAMPLE_SETTINGS,
    tunnel: { ...SAMPLE_SETTINGS.tunnel, provider: 'own-url', publicUrl: URL, ...tunnel },
  };
  const secrets = { ...noSecrets(), 'webhook-secret': KEPT };
  return { settings, secrets, configured: true, problems: [], ...more };
}

type Log = (message: string, detail?: unknown) => void;
type MakeProbe = Parameters<typeof createTunnel>[0]['makeProbe'];
type MakeProvider = Parameters<typeof createTunnel>[0]['makeProvider'];

/** The tunnel of the settings, over a connection that is up at once. */
export function createRig() {
  const time = createFakeTime();
  const opened: { closed: boolean }[] = [];
  const provider: TunnelProvider = {
    steadyMs: 60_000,
    hasLink: true,
    open: (onEvent) => {
      const own = { closed: false };
      opened.push(own);
      onEvent({ type: 'up' });
      return { close: () => Promise.resolve(void (own.closed = true)) };
    },
  };
  const given: {
    made: Result<TunnelProvider, TunnelError> | null;
    answer: ProbeResult;
    hasNetwork: boolean;
  } = {
    made: ok(provider),
    answer: ALIVE,
    hasNetwork: true,
  };
  const makeProvider = vi.fn<MakeProvider>(() => Promise.resolve(given.made));
  const makeProbe = vi.fn<MakeProbe>(() => () => Promise.resolve(given.answer));
  const statuses: TunnelStatus[] = [];
  const onOnline = vi.fn<() => void>();
  const lights: unknown[] = [];
  const log = { info: vi.fn<Log>(), error: vi.fn<Log>() };
  const tunnel = createTunnel({
    ...time,
    random: () => 0.5,
    makeProvider,
    makeProbe,
    health: { set: (...light) => void lights.push(light), note: () => undefined },
    notes: { lastWebhookAt: () => INBOUND_AT },
    hasNetwork: () => given.hasNetwork,
    onStatus: (status) => void statuses.push(status),
    onOnline,
    log,
  });
  return { ...time, tunnel, opened, given, makeProvider, makeProbe, statuses, onOnline, lights, log };
}

/** Follows, and waits until it is done. */
export async function follow(
  made: ReturnType<typeof createRig>,
  shown: SettingsView,
  isHeld = true,
): Promise<void> {
  made.tunnel.follow(shown, isHeld);
  await made.pass(100);
}
