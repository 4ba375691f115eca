import { vi } from 'vitest';
import { createPublicAddress } from '../../../../src/main/core/address/public-address.ts';
import type { TunnelProvider } from '../../../../src/main/core/address/types.ts';
import { createHealthBoard } from '../../../../src/main/core/health/board.ts';
import { isListening } from '../../../../src/main/core/inbound/receiver-supervisor.ts';
import type { Delivery } from '../../../../src/main/core/inbound/types.ts';
import { ok } from '../../../../src/shared/result.ts';
import { createFakeTime } from '../../../fakes/fake-time.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';
import { ALIVE } from './rig.ts';
import { view } from './tunnel-rig.ts';

type Hooks = Parameters<Parameters<typeof createPublicAddress>[0]['openReceiver']>[0];
type Log = (message: string, detail?: unknown) => void;

/** The whole way in; `steps` says in which order receiver and tunnel are opened and closed. */
export function createRig() {
  const time = createFakeTime();
  const steps: string[] = [];
  const state: { port: number | null; saves: boolean; retry: () => Promise<void>; hooks: Hooks | null } = {
    port: null,
    saves: true,
    retry: () => Promise.resolve(),
    hooks: null,
  };
  const provider: TunnelProvider = {
    steadyMs: 60_000,
    hasLink: true,
    open: (onEvent) => {
      steps.push('tunnel opened');
      onEvent({ type: 'up' });
      return { close: () => Promise.resolve(void steps.push('tunnel closed')) };
    },
  };
  const log = { info: vi.fn<Log>(), warn: vi.fn<Log>(), error: vi.fn<Log>() };
  const deliveries: Delivery[] = [];
  const hint = vi.fn<() => void>();
  const health = createHealthBoard({ now: time.now, onChange: () => undefined });
  const address = createPublicAddress({
    ...time,
    random: () => 0.5,
    health,
    settings: () => SAMPLE_SETTINGS,
    keys: {
      sshKey: (replace) => Promise.resolve({ ok: true, publicKey: replace ? 'new' : 'kept' }),
      pinHostKey: () =>
        Promise.resolve(
          state.saves ? { ok: true, view: view() } : { ok: false, code: 'keychain-locked', detail: null },
        ),
    },
    notes: { read: () => null, save: () => undefined, lastWebhookAt: () => null },
    hasNetwork: () => true,
    makeProvider: () => Promise.resolve(ok(provider)),
    makeProbe: () => () => Promise.resolve(ALIVE),
    openReceiver: (hooks) => {
      state.hooks = hooks;
      return {
        follow: (current) => {
          if (!isListening(current)) {
            steps.push('receiver closed');
            state.port = null;
            return Promise.resolve(hooks.onState('off', 'not-configured'));
          }
          steps.push('receiver opened');
          state.port = current.settings.receiver.port;
          return Promise.resolve(hooks.onState('ok', 'ok'));
        },
        hold: ({ receiver }) => Promise.resolve(void steps.push(`holds ${String(receiver.port)}`)),
        retry: () => state.retry(),
        port: () => state.port,
        stop: () => Promise.resolve(void steps.push('receiver closed')),
      };
    },
    onDelivery: (delivery) => void deliveries.push(delivery),
    onStatus: () => undefined,
    onHint: hint,
    log,
  });
  const light = () => {
    const { receiver } = health.read();
    return [receiver.state, receiver.code];
  };
  return { ...time, address, state, steps, log, deliveries, hint, light };
}
