import type { MostradorApi } from '../../src/shared/ipc-contract.ts';
import type { MuteState } from '../../src/shared/orders/alert.ts';
import type { Settings } from '../../src/shared/settings/settings.ts';
import type { ExportOutcome, ImportOutcome } from '../../src/shared/settings/transfer.ts';
import type { SoundCheck } from '../../src/shared/health/health.ts';
import { nextTextSize } from '../../src/shared/settings/text-size.ts';
import { CALM_OUTGOING, outgoingApi, type FakeOutgoing } from './outgoing-api.ts';
import { shiftIso } from '../../src/shared/time.ts';

/** The time of everything in the fake that has one. */
const MUTED_AT = '2026-03-12T17:00:00.000Z';

/** The fake's answers to play, mute, export and import, and to what goes out. */
export type PreferencesMain = FakeOutgoing & {
  soundCheck: SoundCheck;
  mute: MuteState;
  exportTo: ExportOutcome;
  importFrom: ImportOutcome;
};

export const CALM: PreferencesMain = {
  ...CALM_OUTGOING,
  soundCheck: { state: 'ok', code: 'ok', detail: null, isSystemKnown: true },
  mute: { until: null },
  exportTo: { kind: 'cancelled' },
  importFrom: { kind: 'cancelled' },
};

/** The part of the fake main process that plays, mutes, exports and imports. */
export function preferencesApi(deps: {
  readonly main: PreferencesMain & { settings: Settings };
  readonly call: <T>(channel: string, arg: unknown, answer: () => T | Promise<T>) => Promise<T>;
  readonly saved: (save: () => void) => { readonly ok: boolean };
  readonly onMute: (state: MuteState) => void;
}) {
  const { main, call } = deps;
  return {
    ...outgoingApi(main, call),
    'sound:report': (arg) => call('sound:report', arg, () => null),
    'sound:test': () => call('sound:test', undefined, () => main.soundCheck),
    'sound:preview': (arg) => call('sound:preview', arg, () => main.soundCheck),
    'mute:read': () => call('mute:read', undefined, () => main.mute),
    'mute:set': (arg) =>
      call('mute:set', arg, () => {
        main.mute = { until: arg.minutes === 0 ? null : shiftIso(MUTED_AT, arg.minutes * 60_000) };
        deps.onMute(main.mute);
        return main.mute;
      }),
    'text-size:change': ({ to }) =>
      call('text-size:change', { to }, () => {
        const textSize = typeof to === 'number' ? to : nextTextSize(main.settings.textSize, to);
        return deps.saved(() => {
          main.settings = { ...main.settings, textSize };
        }).ok;
      }),
    'settings:export': () => call('settings:export', undefined, () => main.exportTo),
    'settings:import': () => call('settings:import', undefined, () => main.importFrom),
  } satisfies Partial<MostradorApi>;
}
