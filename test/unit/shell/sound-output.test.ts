import { describe, expect, test } from 'vitest';
import { readSoundOutput } from '../../../src/main/shell/sound/sound-output.ts';

const UNKNOWN = { hasDevice: null, isMuted: null, volume: null };
const VOLUME =
  'Volume: front-left: 0 /   0% / -inf dB,   front-right: 29491 /  45% / -20.80 dB\n        balance 1.00\n';

/** A system whose programs print this, by their last words. */
const printing =
  (answers: Readonly<Record<string, string>>) =>
  (_file: string, args: readonly string[]): Promise<string> => {
    const found = Object.entries(answers).find(([words]) => args.join(' ').includes(words));
    return found === undefined ? Promise.reject(new Error('exit 1')) : Promise.resolve(found[1]);
  };
const pulse = (mute: string, volume = VOLUME, sink = 'alsa_output.analog-stereo\n') =>
  readSoundOutput(
    'linux',
    printing({ 'get-default-sink': sink, 'get-sink-mute': mute, 'get-sink-volume': volume }),
  );

describe('how the computer’s output is set', () => {
  test('on Linux PulseAudio and PipeWire tell it; the loudest channel counts', async () => {
    expect(await pulse('Mute: no\n')).toEqual({ hasDevice: null, isMuted: false, volume: 45 });
    expect(await pulse('Mute: yes\n')).toMatchObject({ isMuted: true });
  });

  test('the stand-in that takes the place of a missing loudspeaker is none', async () => {
    expect(await pulse('Mute: no\n', VOLUME, 'auto_null\n')).toEqual({ ...UNKNOWN, hasDevice: false });
  });

  test('what is not understood is not known', async () => {
    expect(await pulse('Stumm: ja\n', 'Lautstärke: ?')).toEqual(UNKNOWN);
  });

  test('without the program nothing is known', async () => {
    expect(await readSoundOutput('linux', printing({}))).toEqual(UNKNOWN);
  });

  test('on macOS AppleScript tells it, except for outputs that have no volume of their own', async () => {
    const mac = (text: string) => readSoundOutput('darwin', printing({ 'get volume settings': text }));
    expect(await mac('output volume:0, input volume:75, alert volume:100, output muted:true\n')).toEqual({
      hasDevice: null,
      isMuted: true,
      volume: 0,
    });
    expect(
      await mac('output volume:missing value, input volume:75, alert volume:100, output muted:missing value'),
    ).toEqual(UNKNOWN);
  });

  test('on Windows no program is started and nothing is claimed', async () => {
    const never = (): Promise<string> => Promise.reject(new Error('a program was started'));
    expect(await readSoundOutput('win32', never)).toEqual(UNKNOWN);
  });
});
