import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/main/config.ts';

describe('command line and environment', () => {
  test('without anything the usual profile and keychain service are used', () => {
    expect(readConfig(['electron', '.'], {})).toEqual({
      profileDir: null,
      hidden: false,
      demo: false,
      keychainService: 'Mostrador',
    });
  });

  test('--profile beats the variable', () => {
    const config = readConfig(['electron', '.', '--profile=/a/b'], { MOSTRADOR_PROFILE: '/c' });
    expect(config.profileDir).toBe(path.resolve('/a/b'));
  });

  test('the variable names the profile, and an empty one is none', () => {
    expect(readConfig([], { MOSTRADOR_PROFILE: '/c' }).profileDir).toBe(path.resolve('/c'));
    expect(readConfig([], { MOSTRADOR_PROFILE: '' }).profileDir).toBeNull();
  });

  test('the demonstration keeps its secrets apart', () => {
    expect(readConfig(['--demo', '--hidden'], {})).toMatchObject({
      demo: true,
      hidden: true,
      keychainService: 'Mostrador Demo',
    });
  });
});
