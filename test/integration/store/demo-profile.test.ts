import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  beginDemoProfile,
  forgetLeftDemo,
  leaveDemoProfile,
  profileOwner,
  readShopFacts,
} from '../../../src/main/store/profile/demo-profile.ts';

let dir: string;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-demo-'));
});
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

const told: string[] = [];
const log = { warn: (message: string) => void told.push(message) };
const inDir = (name: string): string => path.join(dir, name);
const write = (name: string, text = ''): void => {
  fs.mkdirSync(path.dirname(inDir(name)), { recursive: true });
  fs.writeFileSync(inDir(name), text);
};

describe('whose data a folder holds', () => {
  test('nobody’s, a shop’s, a demonstration’s', () => {
    expect(profileOwner(dir)).toBe('nobody');
    expect(profileOwner(inDir('not there'))).toBe('nobody');
    beginDemoProfile(inDir('demo'));
    expect(profileOwner(inDir('demo'))).toBe('demo');
    write('settings.json', '{}');
    expect(profileOwner(dir)).toBe('shop');
  });

  test('a demonstration refuses a shop’s folder and leaves everything in it as it is', () => {
    write('orders.db', 'orders');
    write('settings.json', '{"language":"en"}');
    expect(() => beginDemoProfile(dir)).toThrow('must not work');
    expect(fs.readdirSync(dir).toSorted()).toEqual(['orders.db', 'settings.json']);
    expect(fs.readFileSync(inDir('orders.db'), 'utf8')).toBe('orders');
  });
});

describe('a folder that holds other things', () => {
  const files = [
    'orders 2024/march.pdf',
    'settings-backup/a.json',
    'restore/photo.jpg',
    'restore-photos/1.jpg',
    'windows.txt',
  ];
  beforeEach(() => {
    for (const name of files) {
      fs.mkdirSync(path.dirname(inDir(name)), { recursive: true });
      write(name, 'mine');
    }
  });
  const expectUntouched = (): void => {
    for (const name of files) expect(fs.readFileSync(inDir(name), 'utf8')).toBe('mine');
  };

  test('is no demonstration’s: it refuses, and nothing in it goes', () => {
    expect(profileOwner(dir)).toBe('others');
    expect(() => beginDemoProfile(dir)).toThrow('other things');
    expectUntouched();
  });

  test('also with a file of the mark’s name that is none of ours', () => {
    write('demo.json', '{"hello":1}');
    expect(() => beginDemoProfile(dir)).toThrow('other things');
    forgetLeftDemo(dir, log);
    expectUntouched();
  });

  test('that were put beside a demonstration stay when it begins again and when it was left', () => {
    write('demo.json', '{"isLeft":false}');
    write('orders.db');
    beginDemoProfile(dir);
    leaveDemoProfile(dir);
    forgetLeftDemo(dir, log);
    expectUntouched();
    expect(fs.existsSync(inDir('orders.db'))).toBe(false);
  });

  test.runIf(process.platform !== 'win32')('or that cannot be looked at, is somebody’s', () => {
    fs.symlinkSync('loop', inDir('loop'));
    expect(profileOwner(inDir('loop'))).toBe('others');
    fs.symlinkSync('settings.json', inDir('settings.json'));
    expect(profileOwner(dir)).toBe('shop');
  });
});

describe('the folder of a demonstration', () => {
  test('begins without the orders and settings of the last one', () => {
    beginDemoProfile(dir);
    for (const name of [
      'orders.db',
      'orders.db-wal',
      'orders.db-new',
      'orders.db-copy',
      'orders.db-copy-journal',
      'orders.db-ready',
      'orders.db-ready-newer',
      'restore-aB3xY9/orders.db',
      'settings.json',
      'windows.json',
      'restore.db',
      'restore-settings.json',
    ])
      write(name);
    write('other.txt');
    beginDemoProfile(dir);
    expect(fs.readdirSync(dir).toSorted()).toEqual(['demo.json', 'other.txt']);
  });

  test('goes once it was left, and not before', () => {
    beginDemoProfile(inDir('demo'));
    forgetLeftDemo(inDir('demo'), log);
    expect(fs.existsSync(inDir('demo'))).toBe(true);
    leaveDemoProfile(inDir('demo'));
    forgetLeftDemo(inDir('demo'), log);
    expect(fs.existsSync(inDir('demo'))).toBe(false);
  });

  test('stays while a file of it is held, is told of, and goes at the next start', () => {
    beginDemoProfile(inDir('demo'));
    for (const name of ['demo/SingletonLock', 'demo/orders.db', 'demo/windows.json', 'demo/demo.json.new'])
      write(name);
    leaveDemoProfile(inDir('demo'));
    const { rmSync } = fs;
    fs.rmSync = (file, options) => {
      if (path.basename(String(file)) === 'orders.db') throw new Error('EBUSY: resource busy or locked');
      rmSync(file, options);
    };
    try {
      forgetLeftDemo(inDir('demo'), log);
    } finally {
      fs.rmSync = rmSync;
    }
    expect(told).toEqual([expect.stringContaining('tried again at the next start')]);
    expect(profileOwner(inDir('demo'))).toBe('demo');
    forgetLeftDemo(inDir('demo'), log);
    expect(fs.existsSync(inDir('demo'))).toBe(false);
  });

  test('a folder of this name that is no demonstration’s never goes', () => {
    fs.mkdirSync(inDir('demo'));
    write('demo/photo.jpg', 'mine');
    forgetLeftDemo(inDir('demo'), log);
    write('demo/demo.json', 'not ours');
    forgetLeftDemo(inDir('demo'), log);
    expect(fs.existsSync(inDir('demo/photo.jpg'))).toBe(true);
  });

  test('left and begun again, it stays', () => {
    beginDemoProfile(dir);
    leaveDemoProfile(dir);
    beginDemoProfile(dir);
    forgetLeftDemo(dir, log);
    expect(fs.existsSync(dir)).toBe(true);
  });
});

describe('what is read of the shop beside it', () => {
  test('its port and its language', () => {
    write(
      'settings.json',
      JSON.stringify({ receiver: { port: 40_123 }, language: 'en', shop: { name: 'X' } }),
    );
    expect(readShopFacts(dir)).toEqual({ port: 40_123, language: 'en' });
  });

  test('the defaults where there is no shop, or its file is damaged', () => {
    expect(readShopFacts(inDir('not there'))).toEqual({ port: 4765, language: 'es' });
    write('settings.json', '{"receiver":');
    expect(readShopFacts(dir)).toEqual({ port: 4765, language: 'es' });
    write('settings.json', '{"receiver": 7, "language": "en"}');
    expect(readShopFacts(dir)).toEqual({ port: 4765, language: 'en' });
  });
});
