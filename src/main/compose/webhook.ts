import type { SettingsView } from '../../shared/ipc-contract.ts';
import type { Order } from '../../shared/orders/order.ts';
import { createGroupCommit } from '../core/inbound/group-commit.ts';
import type { HealthBoard } from '../core/health/board.ts';
import type { Delivery, ParsedWebhook } from '../core/inbound/types.ts';
import type { Now } from '../../shared/time.ts';
import type { Ingest, OrderChange } from '../core/orders/types.ts';
import {
  createReceiverSupervisor,
  createWebhookSecrets,
  type ReceiverState,
} from '../core/inbound/receiver-supervisor.ts';
import { noteDelivery } from '../core/health/to-health.ts';
import type { Log } from '../log.ts';
import type { ReadSecrets } from '../secrets.ts';
import { timing } from '../timing.ts';
import { createWebhookServer } from '../webhook/server.ts';

/** Returns the receiver of webhooks, from the open port to the commit. */
export function composeWebhook(deps: {
  readonly secrets: Pick<ReadSecrets, 'webhook'>;
  readonly parse: (body: unknown) => ParsedWebhook;
  readonly receive: Ingest;
  readonly isStoreDown: (error: unknown) => boolean;
  /** Returns why the received orders are not stored; null: they are. */
  readonly notStored: () => unknown;
  /** Receives the changes of a commit, after the answers. */
  readonly publish: (changes: readonly OrderChange[]) => void;
  readonly record: (delivery: Delivery) => void;
  readonly answerNonce: (nonce: string) => string | null;
  readonly onCall?: (order: Order) => void;
  readonly onCrowded?: () => void;
  /** State of the receiver, as far as it knows by itself. */
  readonly onState?: (...entry: ReceiverState) => void;
  readonly health: HealthBoard;
  readonly now: Now;
  readonly log: Log;
}) {
  const { health, log } = deps;
  const secrets = createWebhookSecrets(deps.secrets.webhook);
  const receive = createGroupCommit({
    receive: deps.receive,
    isStoreDown: deps.isStoreDown,
    notStored: deps.notStored,
    schedule: (task) => void setImmediate(task),
    publish: deps.publish,
  });
  const supervisor = createReceiverSupervisor({
    create: (port) =>
      createWebhookServer({
        port,
        secrets: secrets.accepted,
        isReady: () => secrets.known() !== 'unknown',
        parse: deps.parse,
        receive: (order) => {
          deps.onCall?.(order.order);
          return receive(order);
        },
        onCrowded: () => deps.onCrowded?.(),
        record: (delivery) => {
          deps.record(delivery);
          noteDelivery(health, delivery);
        },
        answerNonce: deps.answerNonce,
        now: deps.now,
        monotonicMs: timing.monotonicMs,
        log,
      }),
    secrets: secrets.known,
    setHealth: deps.onState ?? ((...entry) => health.set('receiver', ...entry)),
  });

  return {
    hold: supervisor.hold,
    port: supervisor.port,
    /** Applies secrets and port. */
    follow: async (view: SettingsView): Promise<void> => {
      await secrets.load();
      await supervisor.follow(view);
    },
    /** Repeats what failed before: reading a secret, opening a port. */
    retry: async (): Promise<void> => {
      await secrets.load();
      await supervisor.retry();
    },
    stop: supervisor.stop,
  };
}
