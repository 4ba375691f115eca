import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldersOf, readConfig } from '../../../src/main/config.ts';

const APP = ['electron', '.', '--no-sandbox'];
/** Folders as this system writes them. */
const USUAL = path.resolve('/usual');
const [OF_VARIABLE, OWN] = [path.resolve('/c'), path.resolve('/d')];

describe('command line and environment', () => {
  test('without anything the usual profile and keychain service are used', () => {
    const config = readConfig(['electron', '.'], {});
    expect(config).toMatchObject({
      profileDir: null,
      shopDir: null,
      hidden: false,
      demo: false,
      demoPace: 1,
      keychainService: 'Mostrador',
      systemEnv: {},
      searchPath: [],
      desktops: [],
      sessionBus: '',
      developmentUpdateConfig: null,
    });
    expect(foldersOf(config, USUAL)).toEqual({ profileDir: USUAL, shopDir: USUAL });
  });

  test('--profile beats the variable', () => {
    const config = readConfig(['electron', '.', '--profile=/a/b'], { MOSTRADOR_PROFILE: '/c' });
    expect(config.profileDir).toBe(path.resolve('/a/b'));
  });

  test('what the system says of itself is read', () => {
    const env = {
      PATH: ['/usr/bin', '', '/bin'].join(path.delimiter),
      XDG_CURRENT_DESKTOP: 'ubuntu:GNOME',
      APPIMAGE: '/home/a/M.AppImage',
    };
    expect(readConfig([], env)).toMatchObject({
      searchPath: ['/usr/bin', '/bin'],
      desktops: ['ubuntu', 'GNOME'],
    });
  });

  test("the session bus is where the variable says, else in the user's own folder", () => {
    const [XDG_RUNTIME_DIR, DBUS_SESSION_BUS_ADDRESS] = ['/run/user/1000', 'unix:abstract=/tmp/dbus-1'];
    expect(readConfig([], { XDG_RUNTIME_DIR }).sessionBus).toBe('unix:path=/run/user/1000/bus');
    expect(readConfig([], { XDG_RUNTIME_DIR, DBUS_SESSION_BUS_ADDRESS }).sessionBus).toBe(
      DBUS_SESSION_BUS_ADDRESS,
    );
  });

  test('the variable names the profile, and an empty one is none', () => {
    expect(readConfig([], { MOSTRADOR_PROFILE: '/c' }).profileDir).toBe(path.resolve('/c'));
    expect(readConfig([], { MOSTRADOR_PROFILE: '' }).profileDir).toBeNull();
  });
});

describe('the demonstration', () => {
  test('keeps its secrets and its folder apart from the shop', () => {
    const config = readConfig(['electron', '.', '--demo', '--hidden'], {});
    expect(config).toMatchObject({ demo: true, hidden: true, keychainService: 'Mostrador Demo' });
    expect(foldersOf(config, USUAL)).toEqual({ profileDir: path.join(USUAL, 'demo'), shopDir: USUAL });
  });

  test('does not work in the folder that the variable names for the shop', () => {
    const config = readConfig(['electron', '.', '--demo'], { MOSTRADOR_PROFILE: '/c' });
    expect(foldersOf(config, USUAL)).toEqual({
      profileDir: path.join(OF_VARIABLE, 'demo'),
      shopDir: OF_VARIABLE,
    });
  });

  test('takes the folder that --profile names', () => {
    const config = readConfig(['electron', '.', '--demo', '--profile=/d'], { MOSTRADOR_PROFILE: '/c' });
    expect(foldersOf(config, USUAL)).toEqual({ profileDir: OWN, shopDir: OF_VARIABLE });
  });

  test.each([
    ['a shop in the usual place', [], {}],
    ['a shop that the variable names', [], { MOSTRADOR_PROFILE: '/c' }],
    ['a shop that --profile names', ['--profile=/s'], { MOSTRADOR_PROFILE: '/c' }],
  ])('is entered and left again: %s', (_name, own, env) => {
    const shop = readConfig([...APP, ...own, '--hidden'], env);
    const there = readConfig(['electron', ...shop.launch.toDemo], env);
    expect(there.demo).toBe(true);
    const { profileDir, shopDir } = foldersOf(shop, USUAL);
    expect(foldersOf(there, USUAL)).toEqual({ profileDir: path.join(profileDir, 'demo'), shopDir });

    const back = readConfig(['electron', ...there.launch.toShop], env);
    expect(back).toMatchObject({ demo: false, hidden: false, keychainService: 'Mostrador' });
    expect(foldersOf(back, USUAL)).toEqual({ profileDir, shopDir });
    // Entered a second time it is the same place.
    expect(back.launch.toDemo).toEqual(shop.launch.toDemo);
    expect(there.launch.toShop.slice(0, 2)).toEqual(['.', '--no-sandbox']);
  });

  test('starts an AppImage by its file: what runs is gone when it ends', () => {
    expect(readConfig(APP, { APPIMAGE: '/home/ana/Mostrador.AppImage' }).launch.executable).toBe(
      '/home/ana/Mostrador.AppImage',
    );
    expect(readConfig(APP, {}).launch.executable).toBeNull();
  });

  test.each([
    ['the usual place', [], {}, []],
    [
      'the place that the variable names',
      [],
      { MOSTRADOR_PROFILE: '/c' },
      [`--profile=${path.resolve('/c')}`],
    ],
    ['the place that --profile names', ['--profile=/s'], {}, [`--profile=${path.resolve('/s')}`]],
    [
      'the shop, also for a demonstration',
      ['--demo', '--shop-profile=/s'],
      {},
      [`--profile=${path.resolve('/s')}`],
    ],
  ])('starts at login in the tray, on the shop’s folder: %s', (_name, own, env, profile) => {
    const { atLogin } = readConfig([...APP, ...own, '--hidden', '--revived'], env).launch;
    expect(atLogin).toEqual([...APP.slice(1), '--hidden', ...profile]);
  });

  test.each(['--updated', '-Embedding', '/Embedding', '-psn_0_12345'])(
    'what a system adds by itself to one start (%s) is in no other, and not in the entry at login',
    (arg) => {
      const plain = readConfig([...APP, '--hidden', '--profile=/s'], {});
      const started = readConfig([...APP, '--hidden', arg, '--profile=/s'], {});
      expect(started.launch).toEqual(plain.launch);
    },
  );

  test('is started again with the very arguments that it was started with', () => {
    const given = [...APP, '--hidden', '--profile=/s'];
    expect(readConfig(given, {}).launch.again).toEqual(given.slice(1));
  });

  test.each([
    ['--demo-pace=8', 8],
    ['--demo-pace=1000', 100],
    ['--demo-pace=0', 1],
    ['--demo-pace=fast', 1],
  ])('%s plays at %d times its pace', (arg, pace) => {
    expect(readConfig([...APP, '--demo', arg], {}).demoPace).toBe(pace);
  });
});

test('of the environment only what any program needs is handed on', () => {
  const { systemEnv } = readConfig([], { PATH: '/bin', MOSTRADOR_PROFILE: '/p', TUNNEL_TOKEN: 'x' });
  expect(systemEnv).toEqual({ PATH: '/bin' });
});
