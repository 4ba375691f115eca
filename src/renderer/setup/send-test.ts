import type { MostradorApi } from '../../shared/ipc-contract.ts';
import type { ErrorText } from '../../shared/texts/errors.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';

/** Sends a test webhook; the step shows its lights and its round trip. */
export async function sendTest(form: SettingsForm, api: MostradorApi, onTested: () => void): Promise<void> {
  await form.ask(async () => {
    const { lights } = await api['setup:test']();
    const isPassed = Object.values(lights).every(({ state }) => state !== 'failed');
    const tell = (t: Texts): ErrorText => ({ sentence: t.setup.test.done, remedy: '' });
    return { tone: isPassed ? 'ok' : 'error', tell };
  });
  onTested();
}
