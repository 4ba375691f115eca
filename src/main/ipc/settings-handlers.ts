import { z } from 'zod';
import type { SaveOutcome, SettingsView } from '../../shared/ipc-contract.ts';
import type { PartnerCheck } from '../../shared/partner.ts';
import type { ExportOutcome, ImportOutcome } from '../../shared/settings-file.ts';
import { SECRET_NAMES, type SecretName, type Settings } from '../../shared/settings.ts';
import type { SecretForm } from '../../shared/setup.ts';
import type { IpcRegistrar } from './channel.ts';

const MAX_SECRET_CHARS = 16_384;
const secretName = z.enum(SECRET_NAMES);

export function registerSettingsHandlers(
  ipc: IpcRegistrar,
  deps: {
    /** The exact shape of the settings; what each value must be is checked where they are saved. */
    readonly settingsSchema: z.ZodType<Settings>;
    readonly view: () => Promise<SettingsView>;
    readonly save: (settings: Settings) => Promise<SaveOutcome>;
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
  ipc.handle('settings:save', z.object({ settings: deps.settingsSchema }), (arg) => deps.save(arg.settings));
  ipc.handle('settings:export', z.undefined(), () => deps.exportSettings());
  ipc.handle('settings:import', z.undefined(), () => deps.importSettings());
  ipc.handle('secrets:save', z.object({ name: secretName, value: z.string().max(MAX_SECRET_CHARS) }), (arg) =>
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
