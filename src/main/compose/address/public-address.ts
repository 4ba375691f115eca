import type { Config } from '../../config.ts';
import { createPublicAddress } from '../../core/address/public-address.ts';
import { createSshKeys } from '../../core/address/ssh-keys.ts';
import type { HealthBoard } from '../../core/health/board.ts';
import type { TestTickets } from '../../core/inbound/test-tickets.ts';
import type { ParsedOne } from '../../core/inbound/types.ts';
import { readWebhook } from '../../core/inbound/webhook-body.ts';
import type { Configuration } from '../../core/settings/configuration.ts';
import type { SyncNotes } from '../../core/support/notes.ts';
import type { Fetch } from '../../core/support/way-out.ts';
import type { EmitApp } from '../../events.ts';
import type { Log } from '../../log.ts';
import type { ReadSecrets } from '../../secrets.ts';
import { timing } from '../../timing.ts';
import { createProbeNonces } from '../../tunnel/probe-nonces.ts';
import { createProbe } from '../../tunnel/probe.ts';
import { makeSshKey, publicHalf } from '../../tunnel/ssh-key.ts';
import type { Storage } from '../resilient-storage.ts';
import { composeProviders } from './tunnel-providers.ts';
import { composeWebhook } from '../webhook.ts';

/** Returns the public address and the receiver behind it, over real HTTP and real tunnels. */
export function composePublicAddress(deps: {
  readonly storage: Pick<Storage, 'receive' | 'isStoreDown' | 'notStored' | 'now'> & {
    readonly notes: Pick<SyncNotes, 'read' | 'save' | 'lastWebhookAt'>;
  };
  readonly secrets: ReadSecrets;
  readonly configuration: Pick<Configuration, 'settings' | 'save' | 'saveSecret'>;
  readonly health: HealthBoard;
  readonly tickets: Pick<TestTickets, 'read'>;
  /** See `readWebhook`. */
  readonly readOne: (body: unknown) => ParsedOne;
  readonly fetch: Fetch;
  /** Returns false when this computer has no network. */
  readonly hasNetwork: () => boolean;
  readonly config: Pick<Config, 'systemEnv'>;
  readonly emit: EmitApp;
  readonly log: Log;
}) {
  const { storage, secrets, configuration, health, emit, log } = deps;
  const { now } = storage;
  const nonces = createProbeNonces();
  const keys = createSshKeys({
    readKey: () => secrets.one('ssh-private-key'),
    saveKey: (privateKey) => configuration.saveSecret('ssh-private-key', privateKey),
    makeKey: makeSshKey,
    publicHalf,
    settings: configuration.settings,
    save: configuration.save,
    log,
  });
  return createPublicAddress({
    ...timing,
    keys,
    settings: configuration.settings,
    notes: storage.notes,
    health,
    hasNetwork: deps.hasNetwork,
    makeProvider: composeProviders({
      secrets,
      configuration,
      systemEnv: deps.config.systemEnv,
      onHostKey: keys.pinFirst,
      log,
    }),
    makeProbe: ({ port, hasNetwork }) =>
      createProbe({
        nonces,
        port: () => port,
        hasNetwork,
        monotonicMs: timing.monotonicMs,
        fetch: deps.fetch,
      }),
    openReceiver: (hooks) =>
      composeWebhook({
        ...hooks,
        secrets,
        receive: storage.receive,
        isStoreDown: storage.isStoreDown,
        notStored: storage.notStored,
        health,
        now,
        log,
        answerNonce: nonces.answerNonce,
        parse: (body) => {
          const parsed = readWebhook(body, { readTest: deps.tickets.read, readOne: deps.readOne });
          emit('webhook-read', parsed);
          return parsed;
        },
        publish: (changes) => emit('orders-committed', { changes }),
      }),
    onDelivery: (delivery) => emit('delivery-recorded', delivery),
    onStatus: (status) => emit('tunnel-changed', status),
    onHint: () => emit('news-hinted', null),
    now,
    log,
  });
}
