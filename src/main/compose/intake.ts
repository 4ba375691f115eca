import type { Config } from '../config.ts';
import type { HealthBoard } from '../core/health/board.ts';
import { createTestTickets } from '../core/inbound/test-tickets.ts';
import type { ParsedOne } from '../core/inbound/types.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import { noteCalls } from '../core/setup/calls.ts';
import type { Fetch } from '../core/support/way-out.ts';
import type { PlatformClock } from '../core/sync/platform-clock.ts';
import type { EmitApp } from '../events.ts';
import type { Log } from '../log.ts';
import { createPartnerClient } from '../partner/client.ts';
import { parseWebhook } from '../partner/wire/schemas.ts';
import { randomSecret, type ReadSecrets } from '../secrets.ts';
import { hasNetwork } from '../shell/power.ts';
import { composePolling } from './polling.ts';
import { composePublicAddress } from './address/public-address.ts';
import type { Storage } from './resilient-storage.ts';

/** Returns how orders arrive: by webhook or by sync. */
export function composeIntake(deps: {
  readonly storage: Storage;
  readonly configuration: Configuration;
  readonly secrets: ReadSecrets;
  readonly clock: PlatformClock;
  readonly health: HealthBoard;
  readonly config: Pick<Config, 'systemEnv'>;
  readonly fetch: Fetch;
  readonly emit: EmitApp;
  readonly log: Log;
}) {
  const { storage, configuration, secrets, clock, health, config, fetch, emit, log } = deps;
  const readOne = (body: unknown): ParsedOne => parseWebhook(body, storage.settings.read().shop);
  const tickets = createTestTickets({ newNonce: () => randomSecret(16) });
  const { now } = clock;
  const client = createPartnerClient({
    fetch,
    settings: storage.settings.read,
    secrets: { read: secrets.toSend },
    now,
    onTime: clock.update,
    log,
  });
  const partner = noteCalls(client, { noteAsked: storage.setupRecords.noteAsked, now, log });
  const publicAddress = composePublicAddress({
    storage,
    secrets,
    configuration,
    health,
    tickets,
    readOne,
    fetch,
    hasNetwork,
    config,
    emit,
    log,
  });
  const polling = composePolling({ storage, configuration, partner, publicAddress, health, emit, log });
  return { readOne, tickets, partner, publicAddress, polling };
}
