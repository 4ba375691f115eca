import { createPublicAddress } from '../core/address/public-address.ts';
import type { TestTickets } from '../core/inbound/test-tickets.ts';
import type { ParsedOne } from '../core/inbound/types.ts';
import { readWebhook } from '../core/inbound/webhook-body.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import type { SyncNotes } from '../core/support/notes.ts';
import type { Fetch } from '../core/support/way-out.ts';
import type { EmitApp } from '../events.ts';
import type { ReadSecrets } from '../read-secret.ts';
import { timing } from '../timing.ts';
import { createProbeNonces } from '../tunnel/probe-nonces.ts';
import { createProbe } from '../tunnel/probe.ts';
import { createTunnelKeys } from './tunnel-keys.ts';
import { createProviders, type ProviderDeps } from './tunnel-providers.ts';
import { composeWebhook } from './webhook.ts';

type WebhookDeps = Parameters<typeof composeWebhook>[0];

/** Returns the public address and the receiver behind it, over real HTTP and real tunnels. */
export function composePublicAddress(
  deps: Omit<
    WebhookDeps,
    'parse' | 'publish' | 'record' | 'answerNonce' | 'onCall' | 'onCrowded' | 'onState'
  > &
    Omit<ProviderDeps, 'onHostKey'> & {
      readonly secrets: Pick<ReadSecrets, 'one'>;
      readonly configuration: Pick<Configuration, 'settings' | 'save' | 'saveSecret'>;
      readonly notes: Pick<SyncNotes, 'read' | 'save' | 'lastWebhookAt'>;
      readonly fetch: Fetch;
      /** Returns false when this computer has no network. */
      readonly hasNetwork: () => boolean;
      readonly tickets: Pick<TestTickets, 'read'>;
      /** See `readWebhook`. */
      readonly readOne: (body: unknown) => ParsedOne;
      readonly emit: EmitApp;
    },
) {
  const { emit, log } = deps;
  const nonces = createProbeNonces();
  const keys = createTunnelKeys(deps);
  const onHostKey = (fingerprint: string): void => {
    keys.pinHostKey(fingerprint).then(
      (saved) => {
        if (!saved.ok) log.error(`The server's key could not be pinned: ${saved.code}`);
      },
      (error: unknown) => log.error("The server's key could not be pinned", error),
    );
  };
  return createPublicAddress({
    ...timing,
    ...deps,
    keys,
    settings: deps.configuration.settings,
    makeProvider: createProviders({ ...deps, onHostKey }),
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
        ...deps,
        ...hooks,
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
  });
}
