import { createConfiguration, type Configuration } from '../../core/settings/configuration.ts';
import { provesCurrent } from '../../core/setup/steps.ts';
import type { EmitAppAndWait } from '../../events.ts';
import { randomSecret } from '../../random-secret.ts';
import { copyText } from '../../shell/clipboard.ts';
import type { Storage } from '../resilient-storage.ts';

/** Returns settings and secrets. Who changes them waits until every part follows the change. */
export function composeConfiguration(deps: {
  readonly storage: Pick<Storage, 'settings' | 'vault' | 'setupRecords'>;
  readonly emitAndWait: EmitAppAndWait;
}): Configuration {
  const { settings, vault, setupRecords } = deps.storage;
  return createConfiguration({
    store: settings,
    vault,
    newSecret: () => randomSecret(24),
    copy: copyText,
    isPreviousInUse: (savedAt) => !provesCurrent(setupRecords.secretUse(), savedAt),
    onChanged: (view, closed) => deps.emitAndWait('settings-changed', { view, closed }),
  });
}
