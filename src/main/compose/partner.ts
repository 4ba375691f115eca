import type { SettingsStore } from '../core/configuration.ts';
import { noteCalls } from '../core/setup-calls.ts';
import type { SetupRecords } from '../core/setup.ts';
import type { Log } from '../log.ts';
import { createPartnerClient, type PartnerClient } from '../partner/client.ts';
import type { ReadSecrets } from '../read-secret.ts';
import { timing } from '../timing.ts';

/** The Partner API, with a note of what has been shown to work. */
export function composePartner(deps: {
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly secrets: Pick<ReadSecrets, 'one'>;
  readonly setupRecords: Pick<SetupRecords, 'noteAsked'>;
  readonly log: Log;
}): PartnerClient {
  const { now } = timing;
  const { log } = deps;
  const client = createPartnerClient({
    settings: deps.settings.read,
    secrets: { read: deps.secrets.one },
    now,
    log,
  });
  return noteCalls(client, { noteAsked: deps.setupRecords.noteAsked, now, log });
}
