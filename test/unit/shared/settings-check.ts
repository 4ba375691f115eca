import { createSettingsCheck } from '../../../src/shared/settings/settings-schema.ts';
import type { Settings } from '../../../src/shared/settings/settings.ts';

export const check = createSettingsCheck('kept');

/** Returns the settings as they are kept; throws for settings with a fault. */
export function whole(settings: unknown): Settings {
  const checked = check(settings);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

/** Returns each fault with its field. */
export function faultsOf(checked: ReturnType<typeof check>): string {
  return checked.ok
    ? 'valid'
    : checked.error.map(({ field, fault }) => `${field ?? ''}: ${fault}`).join(', ');
}
