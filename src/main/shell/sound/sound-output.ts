import { UNKNOWN_OUTPUT, type SoundOutput } from '../../core/health/sound-health.ts';
import { runWithin, type RunProgram } from '../../programs.ts';

const PROGRAM_TIMEOUT_MS = 1_500;
/** The sink of PulseAudio and PipeWire when there is no loudspeaker. */
const NO_LOUDSPEAKER = 'auto_null';

/**
 * Returns the volume and mute of the computer's sound output. Linux: from PulseAudio or PipeWire, by `pactl`. macOS: from
 * the standard additions of AppleScript. Windows gives them to native code only, which this app has none of: all null.
 */
export async function readSoundOutput(
  platform: NodeJS.Platform = process.platform,
  run: RunProgram = runWithin(PROGRAM_TIMEOUT_MS),
): Promise<SoundOutput> {
  try {
    if (platform === 'linux') return await readPulse(run);
    if (platform === 'darwin')
      return readVolumeSettings(await run('osascript', ['-e', 'get volume settings']));
    return UNKNOWN_OUTPUT;
  } catch {
    // The program is missing or fails: the state is unknown.
    return UNKNOWN_OUTPUT;
  }
}

async function readPulse(run: RunProgram): Promise<SoundOutput> {
  // Its output is translated without this.
  const pactl = (...args: readonly string[]): Promise<string> => run('env', ['LC_ALL=C', 'pactl', ...args]);
  const sink = (await pactl('get-default-sink')).trim();
  if (sink === NO_LOUDSPEAKER) return { ...UNKNOWN_OUTPUT, hasDevice: false };
  const [mute, volume] = await Promise.all([
    pactl('get-sink-mute', '@DEFAULT_SINK@'),
    pactl('get-sink-volume', '@DEFAULT_SINK@'),
  ]);
  return { hasDevice: null, isMuted: toMuted(/^Mute: (\w+)/m.exec(mute)?.[1]), volume: loudest(volume) };
}

/** Returns the loudest channel of "Volume: front-left: 32768 /  50% / -18.06 dB,   front-right: …". */
function loudest(text: string): number | null {
  const channels = [...text.matchAll(/(\d+)%/g)].map(([, percent]) => Number(percent));
  return channels.length === 0 ? null : Math.max(...channels);
}

/**
 * Reads "output volume:44, input volume:75, alert volume:100, output muted:false". Some outputs have "missing value"
 * instead of a number.
 */
function readVolumeSettings(text: string): SoundOutput {
  const volume = /output volume:(\d+)/.exec(text)?.[1];
  return {
    hasDevice: null,
    isMuted: toMuted(/output muted:(\w+)/.exec(text)?.[1]),
    volume: volume === undefined ? null : Number(volume),
  };
}

function toMuted(word: string | undefined): boolean | null {
  if (word === 'yes' || word === 'true') return true;
  return word === 'no' || word === 'false' ? false : null;
}
