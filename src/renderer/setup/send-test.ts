import type { MostradorApi } from '../../shared/ipc-contract.ts';
import type { ErrorText } from '../../shared/texts/errors.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { SettingsForm } from '../settings/use-settings-form.ts';

/** Sends a test webhook; its lights are shown by the step, its round trip also below. */
export async function sendTest(form: SettingsForm, api: MostradorApi, onTested: () => void): Promise<void> {
  await form.ask(async () => {
    const { ms, lights } = await api['setup:test']();
    const isPassed = Object.values(lights).every(({ state }) => state !== 'failed');
    const tell = (t: Texts): ErrorText => ({
      sentence: ms === null ? t.setup.test.done : t.setup.test.roundTrip(ms),
      remedy: '',
    });
    return { tone: isPassed ? 'ok' : 'error', tell };
  });
  onTested();
}
