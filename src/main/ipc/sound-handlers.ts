import { z } from 'zod';
import { TONE_IDS, type ToneId } from '../../shared/alert-settings.ts';
import type { SoundReport } from '../../shared/ipc-contract.ts';
import { MAX_MUTE_MINUTES, type MuteState } from '../../shared/mute.ts';
import type { SoundCheck } from '../../shared/sound-check.ts';
import type { IpcRegistrar } from './channel.ts';

const reportSchema = z.object({
  id: z.int().nonnegative(),
  ok: z.boolean(),
  devices: z.int().nonnegative(),
  detail: z.string().max(300).nullable(),
});

const previewSchema = z.object({ tone: z.enum(TONE_IDS), volume: z.int().min(0).max(100) });

export function registerSoundHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly report: (report: SoundReport) => void;
    readonly test: () => Promise<SoundCheck>;
    readonly muteState: () => MuteState;
    readonly mute: (minutes: number) => MuteState;
    readonly preview: (tone: ToneId, volume: number) => Promise<SoundCheck>;
  },
): void {
  ipc.handle('sound:report', reportSchema, (report) => {
    deps.report(report);
    return null;
  });
  ipc.handle('mute:read', z.undefined(), () => deps.muteState());
  ipc.handle('mute:set', z.object({ minutes: z.int().min(0).max(MAX_MUTE_MINUTES) }), ({ minutes }) =>
    deps.mute(minutes),
  );
  ipc.handle('sound:test', z.undefined(), () => deps.test());
  ipc.handle('sound:preview', previewSchema, ({ tone, volume }) => deps.preview(tone, volume));
}
