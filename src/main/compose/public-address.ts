import type { SettingsView } from '../../shared/ipc-contract.ts';
import type { TunnelStatus } from '../../shared/tunnel.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import type { TestTickets } from '../core/inbound/test-tickets.ts';
import type { Delivery, ParsedOne } from '../core/inbound/types.ts';
import type { SyncNotes } from '../core/support/notes.ts';
import { webhookSubject } from '../core/inbound/receiver-supervisor.ts';
import { createReceiverLight } from '../core/health/receiver-light.ts';
import { readWebhook } from '../core/inbound/webhook-body.ts';
import { createWebhookEvidence } from '../core/inbound/webhook-evidence.ts';
import type { EmitApp } from '../events.ts';
import type { ReadSecrets } from '../read-secret.ts';
import { timing } from '../timing.ts';
import { createProbeNonces } from '../tunnel/probe-nonces.ts';
import { createTunnelKeys } from './tunnel-keys.ts';
import { composeTunnel } from './tunnel.ts';
import { composeWebhook } from './webhook.ts';

/** The whole way in: the public address, and the receiver behind it that proves it. */
export function composePublicAddress(
  deps: Omit<
    Parameters<typeof composeWebhook>[0],
    'parse' | 'publish' | 'record' | 'answerNonce' | 'onCall' | 'onCrowded' | 'onState'
  > &
    Omit<Parameters<typeof composeTunnel>[0], 'gate' | 'onHostKey' | 'onOnline' | 'onStatus'> & {
      readonly notes: Pick<SyncNotes, 'read' | 'save' | 'lastWebhookAt'>;
      readonly tickets: Pick<TestTickets, 'read'>;
      /** See `readWebhook`. */
      readonly readOne: (body: unknown) => ParsedOne;
      readonly emit: EmitApp;
      readonly secrets: Pick<ReadSecrets, 'one'>;
      readonly configuration: Pick<Configuration, 'settings' | 'save' | 'saveSecret'>;
    },
) {
  const gate = createProbeNonces();
  const keys = createTunnelKeys(deps);
  const { monotonicMs, schedule } = timing;
  const { emit } = deps;
  const hint = (): void => emit('news-hinted', null);
  const evidence = createWebhookEvidence({
    ...deps,
    monotonicMs,
    schedule,
    wake: hint,
    onChange: () => light.show(),
  });
  const light = createReceiverLight({ ...deps, monotonicMs, evidence: evidence.health });
  const noteWay = (): void => {
    evidence.noteRoad(light.isOpen() && tunnel.isOnline());
  };
  const tunnel = composeTunnel({
    ...deps,
    gate,
    onOnline: hint,
    onStatus: (status) => {
      noteWay();
      emit('tunnel-changed', status);
    },
    onHostKey: (fingerprint) => {
      keys.pinHostKey(fingerprint).then(
        (saved) => {
          if (!saved.ok) deps.log.error(`The server's key could not be pinned: ${saved.code}`);
        },
        (error: unknown) => deps.log.error("The server's key could not be pinned", error),
      );
    },
  });
  const webhook = composeWebhook({
    ...deps,
    parse: (body) => {
      const parsed = readWebhook(body, { readTest: deps.tickets.read, readOne: deps.readOne });
      emit('webhook-read', parsed);
      return parsed;
    },
    publish: (changes) => emit('orders-committed', { changes }),
    answerNonce: gate.answerNonce,
    onCall: evidence.noteCall,
    onCrowded: light.crowded,
    onState: (...state) => {
      light.set(...state);
      noteWay();
    },
    record: (delivery) => {
      emit('delivery-recorded', delivery);
      evidence.noteDelivery(delivery);
      if (isOurs(delivery)) tunnel.noteInbound();
    },
  });
  let view: SettingsView | null = null;
  /** No provider is led to a port that another program may have. */
  const feed = (): void => {
    if (view !== null) tunnel.follow(view, webhook.port() === view.settings.receiver.port);
  };
  const retry = (): void => {
    webhook
      .retry()
      .then(feed)
      .catch((error: unknown) => deps.log.error('The receiver could not be tried again', error));
  };
  return {
    /** Takes over secrets, port and address. */
    follow: async (current: SettingsView): Promise<void> => {
      view = current;
      const subject = webhookSubject(current);
      if (subject !== null) evidence.follow(subject);
      const isMoving = webhook.port() !== null && webhook.port() !== current.settings.receiver.port;
      if (isMoving) await tunnel.release();
      await webhook.follow(current);
      feed();
    },
    /** Holds the port of a shop that was set up while its secrets are read. */
    hold: (): Promise<void> => webhook.hold(deps.configuration.settings()),
    /** The computer woke up or has another network. */
    wake: (): void => {
      evidence.interrupted();
      tunnel.wake();
      retry();
    },
    /** Call it every minute. */
    minute: (): void => {
      retry();
      light.show();
    },
    /** The way is free for webhooks. */
    isOnline: tunnel.isOnline,
    /** Webhooks are proven to arrive, where the way is free for them. */
    isProven: evidence.isProven,
    /** How the receiver stands by itself, whatever comes of it. */
    receiver: light.own,
    /** What asking found. */
    noteFound: evidence.noteFound,
    stop: async (): Promise<void> => {
      evidence.stop();
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
