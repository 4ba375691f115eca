import {
  createConfiguration,
  type Configuration,
  type SettingsStore,
} from '../core/settings/configuration.ts';
import type { SecretVault } from '../core/settings/types.ts';
import type { SetupRecords } from '../core/setup/setup.ts';
import { provesCurrent } from '../core/setup/steps.ts';
import { randomSecret } from '../random-secret.ts';
import { copyText } from '../shell/clipboard.ts';

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
    newSecret: () => randomSecret(SECRET_BYTES),
    copy: copyText,
    isPreviousInUse: (savedAt) => !provesCurrent(deps.setupRecords.secretUse(), savedAt),
    onChanged: deps.onChanged,
  });
}
