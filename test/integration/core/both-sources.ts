import { onTestFinished } from 'vitest';
import { composeWebhook } from '../../../src/main/compose/webhook.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { parseWebhook } from '../../../src/main/partner/wire/schemas.ts';
import { createDeliveryLog } from '../../../src/main/store/orders/delivery-log.ts';
import { isStoreDown } from '../../../src/main/store/database/store-error.ts';
import { ok } from '../../../src/shared/result.ts';
import {
  DEFAULT_SETTINGS,
  SECRET_NAMES,
  type SecretStatuses,
} from '../../../src/shared/settings/settings.ts';
import type { SimulatorOptions } from '../../../src/simulator/contract.ts';
import type { SimOrder } from '../../../src/simulator/orders/order-model.ts';
import { freePort } from '../../services/free-port.ts';
import type { ClientOptions } from '../partner/rig.ts';
import { openPolling } from './polling-rig.ts';

const SECRET = 'Basic clave del aviso';
/** Of the platform's answers, while time for polls stands still. */
const TIMEOUT_MS = 300;
const present = { present: true, last4: null, savedAt: null };

/** Polls and webhooks into one store. Polls live in a time of their own, webhooks in the real one. */
export async function openBothSources(
  options: SimulatorOptions = {},
  clientOptions: Partial<ClientOptions> = {},
) {
  const rig = await openPolling(options, { timeoutMs: TIMEOUT_MS, ...clientOptions });
  const app = rig.start();
  const { vendorId } = rig.simulator.connection();
  const port = await freePort();
  const settings = { ...DEFAULT_SETTINGS, receiver: { port }, shop: { ...DEFAULT_SETTINGS.shop, vendorId } };
  const log = { info: () => undefined, warn: () => undefined, error: console.error };
  const webhooks = composeWebhook({
    secrets: { webhook: () => Promise.resolve(ok([SECRET])) },
    parse: (body) => parseWebhook(body, settings.shop),
    receive: createIngest({ store: rig.store, now: rig.clock.now }),
    isStoreDown,
    notStored: () => null,
    publish: (changes) => app.publish({ changes }),
    record: createDeliveryLog({ db: rig.db, log, schedule: (run) => rig.time.schedule(run, 200) }).add,
    answerNonce: () => null,
    now: rig.clock.now,
    health: app.health,
    log,
  });
  onTestFinished(webhooks.stop);
  const secrets = Object.fromEntries(SECRET_NAMES.map((name) => [name, present])) as SecretStatuses;
  await webhooks.follow({ settings, secrets, configured: true, problems: [] });
  rig.simulator.setWebhook({ url: `http://127.0.0.1:${String(port)}/webhooks/orders`, secret: SECRET });

  return {
    ...rig,
    ...app,
    /** Kind and code of every alert, as often as it was raised. */
    raised: (): readonly string[] => app.told.flatMap(({ raised }) => raised),
    isKnown: ({ id }: SimOrder): boolean =>
      rig.store.findOrder(id)?.order.status === rig.simulator.orders.get(id)?.status,
  };
}
