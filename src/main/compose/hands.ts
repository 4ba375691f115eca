import type { Texts } from '../../shared/texts/texts.ts';
import { shortcutWords } from '../../shared/settings/shortcut.ts';
import { systemOf } from '../../shared/system.ts';
import type { HandsSettings, VoiceCheck } from '../../shared/settings/hands.ts';
import type { VoiceOrder } from '../../shared/ipc-contract.ts';
import type { Config } from '../config.ts';
import { createStaff } from '../core/hands/staff.ts';
import { isSilent } from '../core/alerts/ring-plan.ts';
import { createSpeech } from '../core/hands/speech.ts';
import { createShortcut } from '../core/hands/shortcut.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import type { Log } from '../log.ts';
import { createGlobalKeys } from '../shell/global-keys.ts';
import { createPush } from '../ipc/channel.ts';
import { createVoice } from '../shell/sound/voice.ts';
import { timing } from '../timing.ts';
import type { composePresenter } from './presenter.ts';
import type { Storage } from './resilient-storage.ts';

const EXAMPLE_CODE = '4821';

/** Returns what helps people whose hands are busy: a global shortcut, spoken codes, and initials. */
export function composeHands(deps: {
  readonly storage: Pick<Storage, 'settings'>;
  readonly configuration: Pick<Configuration, 'save'>;
  readonly presenter: Pick<
    ReturnType<typeof composePresenter>,
    'open' | 'lookOf' | 'acknowledge' | 'broadcast' | 'notify' | 'sound' | 'clockFacts'
  >;
  readonly config: Pick<Config, 'isWayland'>;
  readonly texts: () => Texts;
  readonly log: Log;
}) {
  const { storage, configuration, presenter, config, texts, log } = deps;
  const { read } = storage.settings;
  const save = async (change: Partial<HandsSettings>): Promise<boolean> => {
    const settings = read();
    const next = { ...settings, hands: { ...settings.hands, ...change } };
    return (await configuration.save(next, 'typed')).ok;
  };
  const shortcut = createShortcut({
    ...createGlobalKeys(log),
    isWayland: config.isWayland,
    wanted: () => read().hands.shortcut,
    save: (keys) => save({ shortcut: keys }),
    counter: () => presenter.lookOf('counter'),
    showCounter: presenter.open,
    seen: (alertId) => void presenter.acknowledge([alertId]),
    monotonicMs: timing.monotonicMs,
    onChange: (view) => presenter.broadcast('shortcut:changed', view),
    onRefused: (keys) => {
      const { refusedTitle, refusedBody } = texts().hands.shortcut;
      presenter.notify({
        title: refusedTitle,
        body: refusedBody(shortcutWords(keys, systemOf(process.platform))),
      });
    },
  });
  const voice = createVoice({ sound: presenter.sound, push: createPush({ log }) });
  const spoken = (text: string): Omit<VoiceOrder, 'id'> => ({
    text,
    language: read().language,
    volume: read().alerts.volume / 100,
  });
  const speech = createSpeech({
    isOn: () => read().hands.voice && read().alerts.volume > 0,
    isAudible: (kind) => kind === 'cancelled' || !isSilent(read().alerts, presenter.clockFacts()),
    texts,
    say: (text) => voice.say(spoken(text)),
    hush: voice.hush,
  });
  const staff = createStaff({ settings: () => read().hands, save });
  return {
    shortcut,
    staff,
    speech,
    voice: {
      set: (on: boolean): Promise<boolean> => save({ voice: on }),
      tryOut: (aloud: boolean): Promise<VoiceCheck> =>
        voice.tryOut(spoken(aloud ? texts().spoken.order(EXAMPLE_CODE, 'ready') : '')),
      report: voice.report,
    },
    start: shortcut.follow,
    stop: (): void => {
      shortcut.stop();
      speech.stop();
    },
  };
}
