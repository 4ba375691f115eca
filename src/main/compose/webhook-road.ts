import type { SettingsView } from '../../shared/ipc-contract.ts';
import { createGroupCommit } from '../core/group-commit.ts';
import type { PublishNews } from '../core/held-news.ts';
import type { HealthBoard } from '../core/health.ts';
import type { Delivery, ParsedWebhook, ReceiveOrder } from '../core/ports.ts';
import { createReceiverKeeper } from '../core/receiver-keeper.ts';
import { noteDelivery } from '../core/road-health.ts';
import type { Log } from '../log.ts';
import type { ReadSecrets } from '../read-secret.ts';
import { timing } from '../timing.ts';
import { createWebhookServer } from '../webhook/server.ts';

/** The road by which the platform calls: from the open port to the commit. */
export function createWebhookRoad(deps: {
  readonly secrets: Pick<ReadSecrets, 'webhook'>;
  readonly parse: (body: unknown) => ParsedWebhook;
  readonly receive: ReceiveOrder;
  readonly isStoreDown: (error: unknown) => boolean;
  /** Why what was received is not stored; null when it is. */
  readonly notStored: () => unknown;
  readonly publish: PublishNews;
  readonly record: (delivery: Delivery) => void;
  readonly answerNonce: (nonce: string) => string | null;
  readonly health: HealthBoard;
  readonly log: Log;
}) {
  const { health, log } = deps;
  let webhookSecrets: readonly string[] = [];
  let isReady = false;

  const receive = createGroupCommit({
    receive: (news) => deps.receive(news, 'webhook'),
    isStoreDown: deps.isStoreDown,
    notStored: deps.notStored,
    schedule: (task) => void setImmediate(task),
    publish: deps.publish,
  });
  const keeper = createReceiverKeeper({
    create: (port) =>
      createWebhookServer({
        port,
        secrets: () => webhookSecrets,
        isReady: () => isReady,
        parse: deps.parse,
        receive,
        record: (delivery) => {
          deps.record(delivery);
          noteDelivery(health, delivery);
        },
        answerNonce: deps.answerNonce,
        now: timing.now,
        monotonicMs: timing.monotonicMs,
        log,
      }),
    setHealth: (...entry) => health.set('receiver', ...entry),
  });

  return {
    /** Takes over secrets and port. */
    follow: async (view: SettingsView): Promise<void> => {
      webhookSecrets = await deps.secrets.webhook();
      isReady = true;
      await keeper.follow(view);
    },
    stop: keeper.stop,
  };
}
