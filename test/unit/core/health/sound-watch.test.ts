import { beforeEach, describe, expect, test } from 'vitest';
import {
  UNKNOWN_OUTPUT,
  type PageTest,
  type SoundOutput,
} from '../../../../src/main/core/health/sound-health.ts';
import { createSoundWatch } from '../../../../src/main/core/health/sound-watch.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../../src/shared/settings/alert-settings.ts';
import { createFakeTime, type FakeTime } from '../../../fakes/fake-time.ts';

const WORKS: PageTest = { ok: true, devices: 1, detail: null };
const AUDIBLE: SoundOutput = { hasDevice: null, isMuted: false, volume: 70 };

function createRig(time: FakeTime) {
  const rig = {
    page: WORKS,
    output: AUDIBLE,
    settings: DEFAULT_ALERT_SETTINGS,
    isRinging: false,
    played: [] as string[],
    looks: 0,
    light: '',
  };
  const watch = createSoundWatch({
    play: (tone, volume) => {
      rig.played.push(`${tone} ${String(volume)}`);
      return Promise.resolve(rig.page);
    },
    readOutput: () => {
      rig.looks += 1;
      return Promise.resolve(rig.output);
    },
    settings: () => rig.settings,
    isRinging: () => rig.isRinging,
    monotonicMs: time.monotonicMs,
    schedule: time.schedule,
    health: {
      set: (part, state, code) => {
        rig.light = `${part} ${state} ${code}`;
      },
    },
  });
  return { rig, watch };
}

let time: FakeTime;
let bench: ReturnType<typeof createRig>;
beforeEach(() => {
  time = createFakeTime();
  bench = createRig(time);
});

describe('the watch over the sound', () => {
  test('leaves the first windows time to open before it tries, and tries no more after the end', async () => {
    bench.watch.start();
    await time.pass(1_400);
    expect([bench.rig.played, bench.rig.looks]).toEqual([[], 0]);
    await time.pass(200);
    expect([bench.rig.played, bench.rig.light]).toEqual([['bell 0'], 'sound ok ok']);

    const ended = createRig(time);
    ended.watch.start();
    ended.watch.stop();
    await time.pass(10_000);
    expect([ended.rig.played, ended.rig.looks]).toEqual([[], 0]);
  });

  test('tries the way to the loudspeaker at the start without a sound', async () => {
    await bench.watch.check();
    expect(bench.rig.played).toEqual(['bell 0']);
    expect(bench.rig.light).toBe('sound ok ok');
  });

  test('leaves a ringing alert alone at the start', async () => {
    bench.rig.isRinging = true;
    await bench.watch.check();
    expect(bench.rig.played).toEqual([]);
  });

  test('plays a test as loud as an alert, and asks the system at that moment', async () => {
    bench.rig.output = { ...AUDIBLE, isMuted: true };
    expect(await bench.watch.test()).toEqual({
      state: 'degraded',
      code: 'sound-computer-muted',
      detail: null,
      isSystemKnown: true,
    });
    expect(bench.rig.played).toEqual(['bell 0.8']);
  });

  test('says when the system does not tell whether it is muted', async () => {
    bench.rig.output = UNKNOWN_OUTPUT;
    expect(await bench.watch.test()).toMatchObject({ code: 'ok', isSystemKnown: false });
  });

  test('a preview speaks of the volume that is tried; the light of the one that is saved', async () => {
    expect(await bench.watch.preview('alarm', 0)).toMatchObject({ code: 'sound-volume-zero' });
    expect(bench.rig.played).toEqual(['alarm 0']);
    expect(bench.rig.light).toBe('sound ok ok');
  });

  test('a mute stays known while the page goes on telling that it plays', async () => {
    bench.rig.output = { ...AUDIBLE, isMuted: true };
    await bench.watch.look();
    bench.watch.noteTest(WORKS);
    expect(bench.rig.light).toBe('sound degraded sound-computer-muted');
  });

  test('while it rings the system is asked every five seconds, not at each sign of life', async () => {
    for (let sign = 0; sign < 20; sign += 1) {
      bench.watch.noteTest(WORKS);
      await time.pass(700);
    }
    expect(bench.rig.looks).toBe(3);
  });

  test('a volume that was saved shows at once', async () => {
    await bench.watch.check();
    bench.rig.settings = { ...DEFAULT_ALERT_SETTINGS, volume: 0 };
    bench.watch.follow();
    expect(bench.rig.light).toBe('sound degraded sound-volume-zero');
  });
});
