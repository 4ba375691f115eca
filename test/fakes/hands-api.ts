import type { MostradorApi, SaveOutcome, IpcEventName, IpcEvents } from '../../src/shared/ipc-contract.ts';
import type { HandsContract, VoiceCheck } from '../../src/shared/settings/hands.ts';
import type { Settings } from '../../src/shared/settings/settings.ts';
import type { ShortcutOutcome, ShortcutView } from '../../src/shared/settings/shortcut.ts';
import type { FakeCall } from './computer-api.ts';
import { ridersApi } from './riders-api.ts';

export type FakeHands = {
  /** How the system took the keys that are set. */
  shortcut: Omit<ShortcutView, 'keys'>;
  /** The answer to a change of the shortcut. */
  shortcutOutcome: ShortcutOutcome;
  /** What a trial of the voice finds. */
  voice: VoiceCheck;
};
export const NO_SHORTCUT: FakeHands = {
  shortcut: { state: 'off', isWayland: false },
  shortcutOutcome: 'done',
  voice: { outcome: 'spoken', voice: 'Spanish (Latin America)' },
};

/** The part of the fake main process that helps busy hands, and keeps the riders' screen. */
export function handsApi({
  main,
  call,
  saved,
  emit,
}: {
  readonly main: FakeHands & { settings: Settings };
  readonly call: FakeCall;
  readonly saved: (change: () => void) => SaveOutcome;
  readonly emit: <E extends IpcEventName>(event: E, payload: IpcEvents[E]) => void;
}): Pick<MostradorApi, keyof HandsContract> & ReturnType<typeof ridersApi> {
  const view = (): ShortcutView => ({ ...main.shortcut, keys: main.settings.hands.shortcut });
  const change = (next: Partial<Settings['hands']>): boolean =>
    saved(() => {
      main.settings = { ...main.settings, hands: { ...main.settings.hands, ...next } };
    }).ok;
  return {
    'voice:set': ({ on }) => call('voice:set', { on }, () => change({ voice: on })),
    'voice:try': ({ aloud }) => call('voice:try', { aloud }, () => main.voice),
    'voice:report': (report) => call('voice:report', report, () => null),
    'staff:list': ({ initials }) => call('staff:list', { initials }, () => change({ initials })),
    'staff:at-counter': ({ initials }) =>
      call('staff:at-counter', { initials }, () => change({ atCounter: initials })),
    ...ridersApi(main, call, saved),
    'shortcut:read': () => call('shortcut:read', undefined, view),
    'shortcut:set': ({ keys }) =>
      call('shortcut:set', { keys }, () => {
        if (main.shortcutOutcome !== 'done') return main.shortcutOutcome;
        saved(() => {
          main.settings = { ...main.settings, hands: { ...main.settings.hands, shortcut: keys } };
          main.shortcut = { ...main.shortcut, state: keys === '' ? 'off' : 'unproven' };
        });
        emit('shortcut:changed', view());
        return 'done';
      }),
  };
}
