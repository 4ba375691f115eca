import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { DEFAULT_SETTINGS, type Language } from '../../../shared/settings/settings.ts';
import { codeOf, isThere, readTextFile, UnreadableFile } from '../files.ts';

const MARK = 'demo.json';
const markSchema = z.object({ isLeft: z.boolean() });
const OF_A_SHOP = ['settings.json', 'orders.db'];
/** What a demonstration leaves of its shop, and the next one must not find. */
const OF_LAST_TIME = [
  /^orders(\.(damaged|newer|before)-[\w-]+)?\.db(-(wal|shm|journal|check|copy|copy-journal|new|new-journal|ready|ready-newer))?$/,
  /^settings(\.(damaged|before-restore)-[\w-]+)?\.json$/,
  /^(windows\.json|restore\.db|restore-settings\.json)$/,
  /^(settings|windows)\.json\.tmp-\d+$/,
];
/** What the app, Electron and its updater make in any profile beside that. */
const OF_ANY_PROFILE = [
  /^(logs|session|Crashpad|blob_storage|Dictionaries|Shared Dictionary|Network)$/,
  /^(Local State|Preferences|lockfile|DevToolsActivePort|\.updaterId)$/,
  /^Singleton(Lock|Cookie|Socket)$/,
  /^health-history\.jsonl(\.new)?$/,
  /^demo\.json\.new$/,
];
/** Files that do not count as someone's data: the system's own, the lock of this start, a mark that was being written. */
const OF_NOBODY =
  /^(\.DS_Store|desktop\.ini|Thumbs\.db|Singleton(Lock|Cookie|Socket)|lockfile|demo\.json\.new)$/;

const shopSchema = z.object({
  language: z.enum(['es', 'en']).catch(DEFAULT_SETTINGS.language),
  receiver: z.object({ port: z.int() }).catch(DEFAULT_SETTINGS.receiver),
});

/**
 * Returns whose data a profile's folder holds; `nobody`: it is empty, or there is none. Also what may not be looked at
 * is somebody's.
 */
export function profileOwner(dir: string): 'shop' | 'demo' | 'others' | 'nobody' {
  if (isMarked(dir)) return 'demo';
  if (OF_A_SHOP.some((name) => isSeen(path.join(dir, name)))) return 'shop';
  try {
    return fs.readdirSync(dir).every((name) => OF_NOBODY.test(name)) ? 'nobody' : 'others';
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'nobody' : 'others';
  }
}

/**
 * Makes an empty folder a demonstration's. Call it before anything else writes there. Throws on a folder that holds anything
 * else than a demonstration.
 */
export function takeDemoProfile(dir: string): void {
  const owner = profileOwner(dir);
  if (owner === 'shop') throw new Error('A demonstration must not work on a shop’s folder');
  if (owner === 'others')
    throw new Error('A demonstration must not work on a folder that holds other things');
  if (owner === 'demo') {
    // Throws when it cannot be read: then the owner is unknown.
    readMark(dir);
    return;
  }
  fs.mkdirSync(dir, { recursive: true });
  mark(dir, false);
}

/** Makes the folder ready for a demonstration: marked as one, and empty of the last one's orders. Throws on any other folder. */
export function beginDemoProfile(dir: string): void {
  takeDemoProfile(dir);
  mark(dir, false);
  removeMade(dir, OF_LAST_TIME);
}

/** Marks the demonstration as over for good: the shop's next start removes its folder. */
export function leaveDemoProfile(dir: string): void {
  mark(dir, true);
}

/**
 * Removes the folder of a demonstration that was left; any other folder stays, and so does what others put into it. While
 * another program holds a file of it (Windows) it stays too, and its next turn is the next start.
 */
export function forgetLeftDemo(
  dir: string,
  log: { readonly warn: (message: string, detail?: unknown) => void },
): void {
  try {
    if (readMark(dir)?.isLeft !== true) return;
    removeMade(dir, [...OF_LAST_TIME, ...OF_ANY_PROFILE]);
    if (fs.readdirSync(dir).some((name) => name !== MARK)) return;
    // The mark goes last: without it the rest could not be recognised as a demonstration's.
    remove(path.join(dir, MARK));
    fs.rmdirSync(dir);
  } catch (error) {
    log.warn('The folder of the demonstration could not be removed; tried again at the next start', error);
  }
}

/** Only what was made here goes: people put their own things into any folder. */
function removeMade(dir: string, made: readonly RegExp[]): void {
  for (const name of fs.readdirSync(dir)) {
    if (made.some((kind) => kind.test(name)) || isTry(dir, name)) remove(path.join(dir, name));
  }
}

/** A folder in which a backup was being proven. */
function isTry(dir: string, name: string): boolean {
  const folder = path.join(dir, name);
  if (!/^restore-[A-Za-z0-9]{6}$/.test(name) || !fs.lstatSync(folder).isDirectory()) return false;
  return fs.readdirSync(folder).every((one) => one.startsWith('orders.db'));
}

function remove(file: string): void {
  fs.rmSync(file, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * Returns what a demonstration needs to know of the shop beside it: its port and its language. Changes nothing there.
 */
export function readShopFacts(shopDir: string): { readonly port: number; readonly language: Language } {
  const { receiver, language } = shopSchema.catch(DEFAULT_SETTINGS).parse(readShop(shopDir));
  return { port: receiver.port, language };
}

function readShop(shopDir: string): unknown {
  try {
    return parseOrNull(readTextFile(path.join(shopDir, 'settings.json')));
  } catch (error) {
    // It is the shop's own to say; a demonstration goes without.
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
}

function mark(dir: string, isLeft: boolean): void {
  // Whole or not at all: a folder whose mark is half written would be nobody's any more.
  const file = path.join(dir, MARK);
  fs.writeFileSync(`${file}.new`, JSON.stringify({ isLeft }));
  fs.renameSync(`${file}.new`, file);
}

/** A mark that cannot be read is one all the same: it keeps a shop away. */
function isMarked(dir: string): boolean {
  try {
    return readMark(dir) !== null;
  } catch (error) {
    if (error instanceof UnreadableFile) return isSeen(error.file);
    throw error;
  }
}

/** The way there cannot be gone: where it is closed, whoever reads the folder itself says so. */
function isSeen(file: string): boolean {
  try {
    return isThere(file);
  } catch {
    return false;
  }
}

/** Throws an UnreadableFile. */
function readMark(dir: string): z.infer<typeof markSchema> | null {
  return markSchema
    .nullable()
    .catch(null)
    .parse(parseOrNull(readTextFile(path.join(dir, MARK))));
}

function parseOrNull(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    // Damaged, or not written by this app: the caller reports it.
    return null;
  }
}
