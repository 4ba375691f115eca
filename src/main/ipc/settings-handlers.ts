import { z } from 'zod';
import type { SaveOutcome, SettingsView } from '../../shared/ipc-contract.ts';
import type { PartnerCheck } from '../../shared/partner.ts';
import type { ExportOutcome, ImportOutcome } from '../../shared/settings-file.ts';
import { SECRET_NAMES, type SecretName, type Settings } from '../../shared/settings.ts';
import type { SecretForm } from '../../shared/setup.ts';
import type { IpcRegistrar } from './channel.ts';

const secretName = z.enum(SECRET_NAMES);
const anySettings = z.custom<Settings>((value) => typeof value === 'object' && value !== null);

export function registerSettingsHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly view: () => Promise<SettingsView>;
    /** Checks all of it, and names the field that is not as it has to be. */
    readonly save: (settings: unknown, by: 'typed' | 'file') => Promise<SaveOutcome>;
    readonly saveSecret: (name: SecretName, value: string) => Promise<SaveOutcome>;
    readonly forgetSecret: (name: SecretName) => Promise<SaveOutcome>;
    readonly generateWebhookSecret: () => Promise<SaveOutcome>;
    readonly copyWebhookSecret: (form: SecretForm) => Promise<SaveOutcome>;
    readonly exportSettings: () => Promise<ExportOutcome>;
    readonly importSettings: () => Promise<ImportOutcome>;
    readonly checkPartner: () => Promise<PartnerCheck>;
    readonly openSettings: () => void;
  },
): void {
  ipc.handle('settings:read', z.undefined(), () => deps.view());
  // Checked where they are saved: refused here, nobody could tell which field it was.
  ipc.handle(
    'settings:save',
    z.object({ settings: anySettings, isFromFile: z.boolean().optional() }),
    (arg) => deps.save(arg.settings, arg.isFromFile === true ? 'file' : 'typed'),
  );
  ipc.handle('settings:export', z.undefined(), () => deps.exportSettings());
  ipc.handle('settings:import', z.undefined(), () => deps.importSettings());
  ipc.handle('secrets:save', z.object({ name: secretName, value: z.string() }), (arg) =>
    deps.saveSecret(arg.name, arg.value),
  );
  ipc.handle('secrets:forget', z.object({ name: secretName }), (arg) => deps.forgetSecret(arg.name));
  ipc.handle('webhook-secret:generate', z.undefined(), () => deps.generateWebhookSecret());
  ipc.handle('webhook-secret:copy', z.object({ form: z.enum(['plain', 'basic']) }), (arg) =>
    deps.copyWebhookSecret(arg.form),
  );
  ipc.handle('partner:check', z.undefined(), () => deps.checkPartner());
  ipc.handle('window:open-settings', z.undefined(), () => {
    deps.openSettings();
    return null;
  });
}
