import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { DEFAULT_SETTINGS, type Language } from '../../shared/settings.ts';

const MARK = 'demo.json';
const markSchema = z.object({ isLeft: z.boolean() });
const OF_A_SHOP = ['settings.json', 'orders.db'];
const OF_LAST_TIME = /^(orders|settings|windows|restore)\b/;

const shopSchema = z.object({
  language: z.enum(['es', 'en']).catch(DEFAULT_SETTINGS.language),
  receiver: z.object({ port: z.int() }).catch(DEFAULT_SETTINGS.receiver),
});

/** Whose data a profile's folder holds. */
export function profileOwner(dir: string): 'shop' | 'demo' | 'nobody' {
  if (fs.existsSync(path.join(dir, MARK))) return 'demo';
  return OF_A_SHOP.some((name) => fs.existsSync(path.join(dir, name))) ? 'shop' : 'nobody';
}

/** Makes the folder ready for a demonstration: marked as one, and empty of the last one's orders. Throws on a shop's folder. */
export function beginDemoProfile(dir: string): void {
  if (profileOwner(dir) === 'shop') throw new Error('A demonstration must not work on a shop’s folder');
  fs.mkdirSync(dir, { recursive: true });
  mark(dir, false);
  for (const name of fs.readdirSync(dir)) {
    if (OF_LAST_TIME.test(name)) fs.rmSync(path.join(dir, name), { recursive: true });
  }
}

/** Says that the demonstration is over for good: the shop's next start removes its folder. */
export function leaveDemoProfile(dir: string): void {
  mark(dir, true);
}

/**
 * Removes the folder of a demonstration that was left; any other folder stays. While another program holds a file of it
 * (Windows) it stays too, and its next turn is the next start.
 */
export function forgetLeftDemo(
  dir: string,
  log: { readonly warn: (message: string, detail?: unknown) => void },
): void {
  if (readMark(dir)?.isLeft !== true) return;
  try {
    // The mark last: without it nobody would know the rest for a demonstration's.
    for (const name of fs.readdirSync(dir)) if (name !== MARK) remove(path.join(dir, name));
    remove(dir);
  } catch (error) {
    log.warn('The folder of the demonstration could not be removed; tried again at the next start', error);
  }
}

function remove(file: string): void {
  fs.rmSync(file, { recursive: true, force: true, maxRetries: 3 });
}

/** What a demonstration needs to know of the shop beside it: the port that is the shop's, and its language. Only read. */
export function readShopFacts(shopDir: string): { readonly port: number; readonly language: Language } {
  const { receiver, language } = shopSchema.catch(DEFAULT_SETTINGS).parse(readJson(shopDir, OF_A_SHOP[0]));
  return { port: receiver.port, language };
}

function mark(dir: string, isLeft: boolean): void {
  fs.writeFileSync(path.join(dir, MARK), JSON.stringify({ isLeft }));
}

function readMark(dir: string): z.infer<typeof markSchema> | null {
  return markSchema.nullable().catch(null).parse(readJson(dir, MARK));
}

/** null: there is no such file, or it is none of ours. */
function readJson(dir: string, name = ''): unknown {
  try {
    return JSON.parse(fs.readFileSync(path.join(dir, name), 'utf8'));
  } catch {
    // Missing or damaged: whoever owns it says so.
    return null;
  }
}
