import type { SaveOutcome, SettingsView } from '../../../shared/ipc-contract.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { SshKeyAnswer, TunnelStatus } from '../../../shared/tunnel.ts';
import type { HealthBoard } from '../health/board.ts';
import { createReceiverLight } from '../health/receiver-light.ts';
import { isListening, webhookSubject, type ReceiverState } from '../inbound/receiver-supervisor.ts';
import type { Delivery } from '../inbound/types.ts';
import { createWebhookEvidence, type WebhookEvidence } from '../inbound/webhook-evidence.ts';
import type { SyncNotes } from '../support/notes.ts';
import { createTunnel } from './tunnel.ts';

type TunnelDeps = Parameters<typeof createTunnel>[0];

/** The receiver behind the public address. */
type Receiver = {
  readonly follow: (view: SettingsView) => Promise<void>;
  readonly hold: (settings: Settings) => Promise<void>;
  /** Tries again what failed before. */
  readonly retry: () => Promise<void>;
  /** null while it is closed. */
  readonly port: () => number | null;
  readonly stop: () => Promise<void>;
};

/**
 * Returns the whole way in: the public address, the receiver behind it, and the evidence that webhooks arrive there. No
 * provider is led to a port that another program may have.
 */
export function createPublicAddress(
  deps: Omit<TunnelDeps, 'onOnline'> & {
    readonly openReceiver: (hooks: {
      readonly onCall: WebhookEvidence['noteCall'];
      readonly onCrowded: () => void;
      readonly onState: (...state: ReceiverState) => void;
      readonly record: (delivery: Delivery) => void;
    }) => Receiver;
    readonly keys: {
      readonly sshKey: (replace: boolean) => Promise<SshKeyAnswer>;
      readonly pinHostKey: (fingerprint: string) => Promise<SaveOutcome>;
    };
    readonly settings: () => Settings;
    readonly notes: Pick<SyncNotes, 'read' | 'save' | 'lastWebhookAt'>;
    readonly health: HealthBoard;
    readonly onDelivery: (delivery: Delivery) => void;
    /** There may be news: the address works again, or a call was refused. */
    readonly onHint: () => void;
    readonly log: TunnelDeps['log'] & { readonly warn: (message: string) => void };
  },
) {
  const { keys, log } = deps;
  let view: SettingsView | null = null;
  const evidence = createWebhookEvidence({
    ...deps,
    wake: deps.onHint,
    onChange: () => light.show(),
  });
  const light = createReceiverLight({ ...deps, evidence: evidence.health });
  const noteWay = (): void => {
    evidence.setReachable(light.isOpen() && tunnel.isOnline());
  };
  const tunnel = createTunnel({
    ...deps,
    onOnline: deps.onHint,
    onStatus: (status) => {
      noteWay();
      deps.onStatus(status);
    },
  });
  const receiver = deps.openReceiver({
    onCall: evidence.noteCall,
    onCrowded: light.crowded,
    onState: (...state) => {
      light.set(...state);
      noteWay();
    },
    record: (delivery) => {
      deps.onDelivery(delivery);
      evidence.noteDelivery(delivery);
      if (isOurs(delivery)) tunnel.noteInbound();
    },
  });
  const feed = (): void => {
    if (view !== null) tunnel.follow(view, receiver.port() === view.settings.receiver.port);
  };
  const retry = (): void => {
    receiver
      .retry()
      .then(feed)
      .catch((error: unknown) => log.error('The receiver could not be tried again', error));
  };
  const restarted = (restart: Promise<TunnelStatus>): Promise<unknown> =>
    restart.catch((error: unknown) => log.error('The tunnel did not restart', error));

  return {
    /** Takes over secrets, port and address. */
    follow: async (current: SettingsView): Promise<void> => {
      view = current;
      const subject = webhookSubject(current);
      if (subject !== null) evidence.follow(subject);
      const isKept = isListening(current) && receiver.port() === current.settings.receiver.port;
      if (receiver.port() !== null && !isKept) await tunnel.release();
      await receiver.follow(current);
      feed();
    },
    /** Holds the port of a shop that was set up while its secrets are read. */
    hold: (): Promise<void> => receiver.hold(deps.settings()),
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
    /** Webhooks are proven to arrive, where the way is free for them. */
    isProven: evidence.isProven,
    /** Returns true when webhooks can arrive, are let in, and are proven to come. */
    webhooksArrive: (): boolean => light.isOpen() && tunnel.isOnline() && evidence.isProven(),
    /** How the receiver stands by itself, whatever comes of it. */
    receiver: light.own,
    /** What asking found. */
    noteFound: evidence.noteFound,
    stop: async (): Promise<void> => {
      evidence.stop();
      await tunnel.stop();
      await receiver.stop();
    },
    pages: {
      ...tunnel.pages,
      sshKey: keys.sshKey,
      acceptHostKey: async (fingerprint: string): Promise<SaveOutcome> => {
        const saved = await keys.pinHostKey(fingerprint);
        if (saved.ok) void restarted(tunnel.pages.restart());
        return saved;
      },
    },
  };
}

/** Only an order of this shop stands for a proof. */
function isOurs({ outcome }: Delivery): boolean {
  return outcome === 'stored' || outcome === 'duplicate';
}
