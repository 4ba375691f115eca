import type { SettingsStore } from '../core/settings/configuration.ts';
import type { PlatformClock } from '../core/sync/platform-clock.ts';
import type { Fetch } from '../core/support/way-out.ts';
import { noteCalls } from '../core/setup/calls.ts';
import type { SetupRecords } from '../core/setup/setup.ts';
import type { Log } from '../log.ts';
import { createPartnerClient, type PartnerClient } from '../partner/client.ts';
import type { ReadSecrets } from '../read-secret.ts';

/** Returns the client of the Partner API. It records which calls have worked. */
export function composePartner(deps: {
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly secrets: Pick<ReadSecrets, 'toSend'>;
  readonly setupRecords: Pick<SetupRecords, 'noteAsked'>;
  readonly clock: Pick<PlatformClock, 'now' | 'hear'>;
  readonly fetch: Fetch;
  readonly log: Log;
}): PartnerClient {
  const { log, clock } = deps;
  const { now } = clock;
  const client = createPartnerClient({
    fetch: deps.fetch,
    settings: deps.settings.read,
    secrets: { read: deps.secrets.toSend },
    now,
    hearTime: clock.hear,
    log,
  });
  return noteCalls(client, { noteAsked: deps.setupRecords.noteAsked, now, log });
}
