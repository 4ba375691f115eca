import { randomBytes } from 'node:crypto';
import { clipboard } from 'electron';
import {
  createConfiguration,
  type Configuration,
  type SettingsStore,
} from '../core/settings/configuration.ts';
import type { SecretVault } from '../core/settings/types.ts';
import type { SetupRecords } from '../core/setup/setup.ts';
import { provesCurrent } from '../core/setup/steps.ts';

const SECRET_BYTES = 24;

/** Settings and secrets of this computer. */
export function composeConfiguration(deps: {
  readonly settings: SettingsStore;
  readonly vault: SecretVault;
  readonly setupRecords: Pick<SetupRecords, 'secretUse'>;
  readonly onChanged: Parameters<typeof createConfiguration>[0]['onChanged'];
}): Configuration {
  return createConfiguration({
    store: deps.settings,
    vault: deps.vault,
    newSecret: () => randomBytes(SECRET_BYTES).toString('base64url'),
    copy: (text) => void clipboard.writeText(text),
    isPreviousInUse: (savedAt) => !provesCurrent(deps.setupRecords.secretUse(), savedAt),
    onChanged: deps.onChanged,
  });
}
