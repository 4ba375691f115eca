import type { SettingsView } from '../../shared/ipc-contract.ts';
import type { TunnelStatus } from '../../shared/tunnel.ts';
import type { Configuration } from '../core/configuration.ts';
import type { Delivery } from '../core/ports.ts';
import { createProbeGate } from '../tunnel/probe-gate.ts';
import { createTunnelKeys } from './tunnel-keys.ts';
import { createTunnelRoad } from './tunnel-road.ts';
import { createWebhookRoad } from './webhook-road.ts';

/** The whole way in: the public address, and the receiver behind it that proves it. */
export function createPublicRoad(
  deps: Omit<Parameters<typeof createWebhookRoad>[0], 'answerNonce'> &
    Omit<Parameters<typeof createTunnelRoad>[0], 'gate' | 'onHostKey'> & {
      readonly configuration: Pick<Configuration, 'settings' | 'save' | 'saveSecret'>;
    },
) {
  const gate = createProbeGate();
  const keys = createTunnelKeys(deps);
  const tunnel = createTunnelRoad({
    ...deps,
    gate,
    onHostKey: (fingerprint) => {
      keys.pinHostKey(fingerprint).then(
        (saved) => {
          if (!saved.ok) deps.log.error(`The server's key could not be pinned: ${saved.code}`);
        },
        (error: unknown) => deps.log.error("The server's key could not be pinned", error),
      );
    },
  });
  const webhook = createWebhookRoad({
    ...deps,
    answerNonce: gate.answerNonce,
    record: (delivery) => {
      deps.record(delivery);
      if (isOurs(delivery)) tunnel.noteInbound();
    },
  });
  const retry = (): void => {
    webhook.retry().catch((error: unknown) => deps.log.error('The receiver could not be tried again', error));
  };
  return {
    /** Takes over secrets, port and address. */
    follow: async (view: SettingsView): Promise<void> => {
      await webhook.follow(view);
      tunnel.follow(view);
    },
    /** The computer woke up or has another network. */
    wake: (): void => {
      tunnel.wake();
      retry();
    },
    /** Call it every minute. */
    minute: retry,
    stop: async (): Promise<void> => {
      await tunnel.stop();
      await webhook.stop();
    },
    pages: {
      ...tunnel.pages,
      sshKey: keys.sshKey,
      acceptHostKey: async (fingerprint: string): ReturnType<typeof keys.pinHostKey> => {
        const saved = await keys.pinHostKey(fingerprint);
        if (saved.ok) void restarted(tunnel.pages.restart());
        return saved;
      },
    },
  };

  function restarted(restart: Promise<TunnelStatus>): Promise<unknown> {
    return restart.catch((error: unknown) => deps.log.error('The tunnel did not restart', error));
  }
}

/** Only an order of this shop stands for a proof. */
function isOurs({ outcome }: Delivery): boolean {
  return outcome === 'stored' || outcome === 'duplicate';
}
