import { describe, expect, test } from 'vitest';
import { soundHealth, UNKNOWN_OUTPUT } from '../../../../src/main/core/health/sound-health.ts';

const WORKS = { ok: true, devices: 1, detail: null };
const AUDIBLE = { hasDevice: null, isMuted: false, volume: 70 };
const light = (facts: Partial<Parameters<typeof soundHealth>[0]>) =>
  soundHealth({ page: WORKS, output: AUDIBLE, volume: 80, ...facts });

describe('the light of the sound', () => {
  test('is green when a tone was played and nothing mutes it', () => {
    expect(light({})).toEqual(['ok', 'ok', null]);
  });

  test('is red without an output, whoever found out', () => {
    expect(light({ page: { ok: false, devices: 0, detail: null } })).toEqual([
      'down',
      'sound-no-device',
      null,
    ]);
    expect(light({ output: { ...UNKNOWN_OUTPUT, hasDevice: false } })[1]).toBe('sound-no-device');
  });

  test('is red with the reason when the page could not play', () => {
    const page = { ok: false, devices: 1, detail: 'NotSupportedError' };
    expect(light({ page })).toEqual(['down', 'sound-failed', 'NotSupportedError']);
  });

  test('is yellow for a volume of 0 or a mute, naming who can change it', () => {
    expect(light({ volume: 0 })).toEqual(['degraded', 'sound-volume-zero', null]);
    expect(light({ output: { ...AUDIBLE, isMuted: true } })[1]).toBe('sound-computer-muted');
    expect(light({ output: { ...AUDIBLE, volume: 0 } })[1]).toBe('sound-computer-volume-zero');
  });

  test('claims nothing of what this system does not tell', () => {
    expect(light({ output: UNKNOWN_OUTPUT })).toEqual(['ok', 'ok', null]);
  });

  test('knows a volume of 0 and a mute before anything was played, and is not green before', () => {
    expect(light({ page: null })).toEqual(['off', 'not-used', null]);
    expect(light({ page: null, volume: 0 })[1]).toBe('sound-volume-zero');
  });
});
