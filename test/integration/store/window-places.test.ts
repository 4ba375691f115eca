import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadElectronStore } from '../../fakes/settings-file.ts';
import { tempDir } from '../../fakes/temp-store.ts';

vi.mock('electron-store', () => loadElectronStore());
const { createWindowPlaces } = await import('../../../src/main/store/settings/window-places.ts');

const CARD = { x: -40, y: 20, width: 400, height: 300 };
let folder: ReturnType<typeof tempDir>;
beforeEach(() => {
  folder = tempDir();
});
afterEach(() => folder.remove());

function openWith(content: string) {
  fs.writeFileSync(path.join(folder.dir, 'windows.json'), content);
  return createWindowPlaces({ profileDir: folder.dir, log: { warn: () => undefined } });
}

test('a place is remembered', () => {
  openWith('{}').save('card', CARD);
  expect(openWith(fs.readFileSync(path.join(folder.dir, 'windows.json'), 'utf8')).read('card')).toEqual(CARD);
});

test.each([
  { x: 1e10 },
  { y: -1e10 },
  { x: Number.MAX_SAFE_INTEGER },
  { width: 2_000_000_000 },
  { height: 2_147_483_647 },
  { width: 0 },
  { height: -5 },
  { x: 0.5 },
  { y: null },
])('a place that no window can have is none: %j', (odd) => {
  expect(openWith(JSON.stringify({ card: { ...CARD, ...odd } })).read('card')).toBeNull();
});

test.each(['', '{', 'null', '[]', '"card"', '7', '{"card":[]}', '\0\0\0\0'])(
  'a file that holds %j costs only the memory',
  (content) => {
    const places = openWith(content);
    expect(places.read('card')).toBeNull();
    places.save('card', CARD);
    expect(places.read('card')).toEqual(CARD);
  },
);

const PLACES: Readonly<Record<string, (file: string) => void>> = {
  'a pipe': (file) => void execFileSync('mkfifo', [file]),
  'a folder': (file) => fs.mkdirSync(file),
  'a link to what never ends': (file) => fs.symlinkSync('/dev/zero', file),
};
test.runIf(process.platform !== 'win32').for(Object.entries(PLACES))(
  '%s in the place of the file costs only the memory, and stays',
  ([, place]) => {
    const file = path.join(folder.dir, 'windows.json');
    place(file);
    const { ino } = fs.lstatSync(file);
    const places = createWindowPlaces({ profileDir: folder.dir, log: { warn: () => undefined } });
    places.save('card', CARD);
    expect(places.read('card')).toEqual(CARD);
    expect(fs.lstatSync(file).ino).toBe(ino);
  },
);
