import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UNKNOWN_OUTPUT, type SoundOutput } from '../core/health/sound-health.ts';

/** Runs a program, never through a shell, and answers what it printed; rejects when it fails or takes too long. */
export type RunProgram = (file: string, args: readonly string[]) => Promise<string>;

const PROGRAM_TIMEOUT_MS = 1_500;
/** What PulseAudio and PipeWire put in the place of a loudspeaker when there is none. */
const NO_LOUDSPEAKER = 'auto_null';

/**
 * How the computer's sound output is set. Linux: PulseAudio or PipeWire, by `pactl`. macOS: the standard additions of
 * AppleScript. Windows tells it only to native code, which this app does not bring: everything stays null there.
 */
export async function readSoundOutput(
  platform: NodeJS.Platform = process.platform,
  run: RunProgram = runProgram,
): Promise<SoundOutput> {
  try {
    if (platform === 'linux') return await readPulse(run);
    if (platform === 'darwin')
      return readVolumeSettings(await run('osascript', ['-e', 'get volume settings']));
    return UNKNOWN_OUTPUT;
  } catch {
    // The program is not there, or nobody answers it: then it is not known, and nothing is claimed.
    return UNKNOWN_OUTPUT;
  }
}

async function readPulse(run: RunProgram): Promise<SoundOutput> {
  // Its answers are translated otherwise.
  const pactl = (...args: readonly string[]): Promise<string> => run('env', ['LC_ALL=C', 'pactl', ...args]);
  const sink = (await pactl('get-default-sink')).trim();
  if (sink === NO_LOUDSPEAKER) return { ...UNKNOWN_OUTPUT, hasDevice: false };
  const [mute, volume] = await Promise.all([
    pactl('get-sink-mute', '@DEFAULT_SINK@'),
    pactl('get-sink-volume', '@DEFAULT_SINK@'),
  ]);
  return { hasDevice: null, isMuted: toMuted(/^Mute: (\w+)/m.exec(mute)?.[1]), volume: loudest(volume) };
}

/** "Volume: front-left: 32768 /  50% / -18.06 dB,   front-right: …": the loudest channel is what is heard. */
function loudest(text: string): number | null {
  const channels = [...text.matchAll(/(\d+)%/g)].map(([, percent]) => Number(percent));
  return channels.length === 0 ? null : Math.max(...channels);
}

/** "output volume:44, input volume:75, alert volume:100, output muted:false"; "missing value" for some outputs. */
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

async function runProgram(file: string, args: readonly string[]): Promise<string> {
  const options = { timeout: PROGRAM_TIMEOUT_MS, windowsHide: true, encoding: 'utf8' } as const;
  const { stdout } = await promisify(execFile)(file, [...args], options);
  return stdout;
}
