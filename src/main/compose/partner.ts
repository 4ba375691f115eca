import type { PlatformClock } from '../core/sync/platform-clock.ts';
import type { Fetch } from '../core/support/way-out.ts';
import { noteCalls } from '../core/setup/calls.ts';
import type { Log } from '../log.ts';
import { createPartnerClient, type PartnerClient } from '../partner/client.ts';
import type { ReadSecrets } from '../read-secret.ts';
import type { Storage } from './resilient-storage.ts';

/** Returns the client of the Partner API. It records which calls have worked. */
export function composePartner(deps: {
  readonly storage: Pick<Storage, 'settings' | 'setupRecords'>;
  readonly secrets: Pick<ReadSecrets, 'toSend'>;
  readonly clock: Pick<PlatformClock, 'now' | 'hear'>;
  readonly fetch: Fetch;
  readonly log: Log;
}): PartnerClient {
  const { storage, log, clock } = deps;
  const { now } = clock;
  const client = createPartnerClient({
    fetch: deps.fetch,
    settings: storage.settings.read,
    secrets: { read: deps.secrets.toSend },
    now,
    hearTime: clock.hear,
    log,
  });
  return noteCalls(client, { noteAsked: storage.setupRecords.noteAsked, now, log });
}
