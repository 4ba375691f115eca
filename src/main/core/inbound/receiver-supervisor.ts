import type { Fact } from '../../../shared/health/fact.ts';
import type { HealthCode, HealthState } from '../../../shared/health/health.ts';
import type { SettingsView } from '../../../shared/ipc-contract.ts';
import type { Result } from '../../../shared/result.ts';
import { isShopKnown, type Settings } from '../../../shared/settings/settings.ts';
import { publicAddress } from '../../../shared/settings/tunnel-settings.ts';
import { shopKey } from '../orders/shop.ts';
import { createSerialQueue } from '../support/scheduling.ts';

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

/** State, code, and a fact for the sentence shown. */
export type ReceiverState = [HealthState, HealthCode, (Fact | null)?];

export type ReceiverSupervisor = {
  /** Opens the port of a configured shop before its secrets are known, so that no caller finds it closed meanwhile. */
  readonly hold: (settings: Settings) => Promise<void>;
  /** Opens, moves or closes the receiver to match the configuration. Calls run one after the other. */
  readonly follow: (view: SettingsView) => Promise<void>;
  /** Tries again to open the receiver. */
  readonly retry: () => Promise<void>;
  /** Returns the open port; null: none. */
  readonly port: () => number | null;
  readonly stop: () => Promise<void>;
};

/** What is known about the webhook secrets; `unknown` while the keychain does not respond. */
export type KnownSecrets = 'unknown' | 'none' | 'some';

export type WebhookSecrets = {
  /** Returns the secrets that a request may carry. */
  readonly accepted: () => readonly string[];
  /** Returns what is known about them. */
  readonly known: () => KnownSecrets;
  /** Reads them again. When they cannot be read, the last ones stay in use: a keychain that closes refuses no order. */
  readonly load: () => Promise<void>;
};

/** Returns the webhook secrets as they were last read. */
export function createWebhookSecrets(
  read: () => Promise<Result<readonly string[], unknown>>,
): WebhookSecrets {
  let secrets: readonly string[] | null = null;
  return {
    accepted: () => secrets ?? [],
    known: () => {
      if (secrets === null) return 'unknown';
      return secrets.length > 0 ? 'some' : 'none';
    },
    load: async () => {
      const found = await read();
      if (found.ok) secrets = found.value;
    },
  };
}

/** Returns whether requests are expected. Without a shop they are only looked at, and nothing is stored. */
export function isListening({ configured, secrets }: Pick<SettingsView, 'configured' | 'secrets'>): boolean {
  return configured || secrets['webhook-secret'].present;
}

/**
 * Keeps the webhook receiver open while a shop is configured, or a secret exists by which a shop can identify itself.
 * While the keychain does not respond, a configured shop keeps its port open, and callers are asked to try again.
 */
export function createReceiverSupervisor(deps: {
  readonly create: (port: number) => Receiver;
  /** The present state of the secrets; by default as in the view. */
  readonly secrets?: () => KnownSecrets;
  readonly setHealth: (...state: ReceiverState) => void;
}): ReceiverSupervisor {
  let open: { readonly port: number; readonly receiver: Receiver } | null = null;
  let wanted: SettingsView | null = null;
  /** The app ends: what still follows a change opens nothing any more. */
  let isStopped = false;
  const queue = createSerialQueue();

  const secretsOf = ({ secrets }: SettingsView): KnownSecrets =>
    deps.secrets?.() ?? (secrets['webhook-secret'].present ? 'some' : 'none');

  const close = async (): Promise<void> => {
    const current = open;
    open = null;
    await current?.receiver.stop();
  };

  /** Returns whether it is open. */
  const move = async (port: number): Promise<boolean> => {
    if (isStopped) return false;
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
    else if (known === 'none') {
      // Polling alone is a complete way of working: nobody is to call.
      const isCallExpected = view.settings.tunnel.provider !== 'none';
      deps.setHealth(isCallExpected ? 'degraded' : 'off', 'receiver-no-secret');
    } else deps.setHealth('down', 'keychain-unavailable');
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
    stop: () => {
      isStopped = true;
      return queue.run(close);
    },
  };
}

/** Returns a key of everything that a proof of webhooks depends on; null while no webhook can be accepted. */
export function webhookSubject({ settings, secrets }: SettingsView): string | null {
  const { present, savedAt } = secrets['webhook-secret'];
  if (!present) return null;
  const { shop, tunnel, receiver } = settings;
  return JSON.stringify([publicAddress(tunnel), receiver.port, savedAt, shopKey(shop)]);
}
