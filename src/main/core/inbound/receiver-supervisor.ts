import type { Fact } from '../../../shared/fact.ts';
import type { HealthCode, HealthState } from '../../../shared/health.ts';
import type { SettingsView } from '../../../shared/ipc-contract.ts';
import { isShopKnown, type Settings } from '../../../shared/settings.ts';
import { publicAddress } from '../../../shared/tunnel-settings.ts';
import { shopKey } from '../orders/shop-match.ts';
import { createSerialQueue } from '../support/serial-queue.ts';

export type ReceiverProblem = {
  readonly code: 'port-in-use' | 'port-forbidden' | 'failed';
  readonly port: number;
  readonly owner: string | null;
  readonly suggested: number | null;
};

export type Receiver = {
  readonly start: () => Promise<
    { readonly ok: true } | { readonly ok: false; readonly error: ReceiverProblem }
  >;
  readonly stop: () => Promise<void>;
};

/** State, why, and a fact for the sentence. */
export type ReceiverState = [HealthState, HealthCode, (Fact | null)?];

export type ReceiverSupervisor = {
  /** Opens the port of a shop that was set up before its secrets are known: nobody is to find it closed meanwhile. */
  readonly hold: (settings: Settings) => Promise<void>;
  /** Opens, moves or closes the receiver so that it fits the configuration. Calls wait for each other. */
  readonly follow: (view: SettingsView) => Promise<void>;
  /** Tries once more to open what could not be opened. */
  readonly retry: () => Promise<void>;
  /** The port that it holds; null: none. */
  readonly port: () => number | null;
  readonly stop: () => Promise<void>;
};

/** What is known of the webhook secrets; `unknown` while the keychain does not tell. */
export type KnownSecrets = 'unknown' | 'none' | 'some';

/** Without a shop it only listens for who calls; nothing is kept then. */
export function isListening({ configured, secrets }: Pick<SettingsView, 'configured' | 'secrets'>): boolean {
  return configured || secrets['webhook-secret'].present;
}

/**
 * Keeps the webhook receiver open while there is a shop to receive for, or a secret by which one may introduce itself. While
 * the keychain does not tell, a shop that was set up is waited for: who calls hears that it shall try again.
 */
export function createReceiverSupervisor(deps: {
  readonly create: (port: number) => Receiver;
  /** As they are now; by default what the view says. */
  readonly secrets?: () => KnownSecrets;
  readonly setHealth: (...state: ReceiverState) => void;
}): ReceiverSupervisor {
  let open: { readonly port: number; readonly receiver: Receiver } | null = null;
  let wanted: SettingsView | null = null;
  const queue = createSerialQueue();

  const secretsOf = ({ secrets }: SettingsView): KnownSecrets =>
    deps.secrets?.() ?? (secrets['webhook-secret'].present ? 'some' : 'none');

  const close = async (): Promise<void> => {
    const current = open;
    open = null;
    await current?.receiver.stop();
  };

  /** Answers whether it is open. */
  const move = async (port: number): Promise<boolean> => {
    if (open?.port === port) return true;
    await close();
    const receiver = deps.create(port);
    const started = await receiver.start();
    if (started.ok) {
      open = { port, receiver };
      return true;
    }
    const { code, owner, suggested } = started.error;
    if (code === 'port-in-use')
      deps.setHealth('down', 'receiver-port-in-use', { kind: 'port', port, owner, suggested });
    else deps.setHealth('down', 'receiver-failed', String(port));
    return false;
  };

  const follow = async (view: SettingsView): Promise<void> => {
    wanted = view;
    const known = secretsOf(view);
    const isWaiting = known === 'unknown' && isShopKnown(view.settings);
    if (!view.configured && known !== 'some' && !isWaiting) {
      await close();
      deps.setHealth('off', 'not-configured');
      return;
    }
    const { port } = view.settings.receiver;
    if (!(await move(port))) return;
    if (known === 'some') deps.setHealth('ok', 'ok', String(port));
    else if (known === 'none') deps.setHealth('degraded', 'receiver-no-secret');
    else deps.setHealth('down', 'keychain-unavailable');
  };

  return {
    hold: (settings) =>
      queue.run(async () => {
        if (wanted === null && isShopKnown(settings)) await move(settings.receiver.port);
      }),
    follow: (view) => queue.run(() => follow(view)),
    retry: () =>
      queue.run(async () => {
        if (wanted !== null) await follow(wanted);
      }),
    port: () => open?.port ?? null,
    stop: () =>
      queue.run(async () => {
        wanted = null;
        await close();
      }),
  };
}

/** Names what a proof that webhooks arrive is about; null while nobody can call. */
export function webhookSubject({ settings, secrets }: SettingsView): string | null {
  const { present, savedAt } = secrets['webhook-secret'];
  if (!present) return null;
  const { shop, tunnel, receiver } = settings;
  return JSON.stringify([publicAddress(tunnel), receiver.port, savedAt, shopKey(shop)]);
}
