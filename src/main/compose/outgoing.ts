import type { Texts } from '../../shared/texts/texts.ts';
import { clockIn } from '../../shared/time.ts';
import type { HealthLights } from '../core/health/board.ts';
import { createOutgoing } from '../core/outbox/outgoing.ts';
import type { Fetch } from '../core/support/way-out.ts';
import type { PlatformClock } from '../core/sync/platform-clock.ts';
import { shopHoursAt } from '../core/updates/shop-hours.ts';
import type { EmitApp } from '../events.ts';
import type { Log } from '../log.ts';
import { createOrderFiles } from '../outgoing/order-file.ts';
import { readPhoneNews } from '../outgoing/read-phone-news.ts';
import { createSendOutgoing, signedHeaders } from '../outgoing/send-http.ts';
import { randomSecret, type ReadSecrets } from '../secrets.ts';
import { createFileDialogs } from '../shell/windows/file-dialogs.ts';
import { timing } from '../timing.ts';
import type { composePublicAddress } from './address/public-address.ts';
import type { Storage } from './resilient-storage.ts';

/** Returns what goes out to places of the owner, over real HTTP and into real folders. */
export function composeOutgoing(deps: {
  readonly storage: Pick<Storage, 'outbox' | 'settings' | 'orders' | 'notStored' | 'now'>;
  readonly clock: Pick<PlatformClock, 'isProven'>;
  readonly presenter: { readonly shown: Pick<Storage['orders'], 'openAlerts'> };
  readonly secrets: Pick<ReadSecrets, 'toSend'>;
  readonly health: HealthLights;
  readonly publicAddress: Pick<ReturnType<typeof composePublicAddress>, 'receiver'>;
  readonly fetch: Fetch;
  readonly texts: () => Texts;
  readonly shopTimeZone: () => string;
  readonly emit: EmitApp;
  readonly log: Log;
}) {
  const { storage, publicAddress, fetch, texts, shopTimeZone, emit, log } = deps;
  const { settings, orders, now } = storage;
  const dialogs = createFileDialogs();
  const outgoing = createOutgoing({
    ...timing,
    store: storage.outbox,
    health: deps.health,
    settings: settings.read,
    readSecret: deps.secrets.toSend,
    openAlerts: deps.presenter.shown.openAlerts,
    alertsOf: orders.alertsOf,
    receiver: publicAddress.receiver,
    notStored: storage.notStored,
    http: createSendOutgoing({ fetch, localMs: timing.localMs }),
    sign: signedHeaders,
    writeFile: createOrderFiles(),
    readPhoneNews,
    texts,
    clock: (iso) => clockIn(shopTimeZone(), iso, now()),
    shopHours: () => shopHoursAt(settings.read().hours, shopTimeZone(), new Date(now())),
    isClockProven: deps.clock.isProven,
    newId: () => `msg_${randomSecret(18)}`,
    now,
    onChange: () => emit('outgoing-changed', null),
    log,
  });
  return {
    ...outgoing,
    pages: {
      ...outgoing.pages,
      chooseFolder: async () => ({
        folder: await dialogs.chooseFolder(texts().outgoing.chooseFolder),
      }),
    },
  };
}
