// Makes every picture of the guides: the real app, an invented shop, a simulated PedidosYa, in both languages.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Language } from '../src/shared/settings/settings.ts';
import { repository } from '../test/desktop/runtime.ts';
import { startDesktop } from '../test/desktop/session.ts';
import { freePort, startApp, startNewApp, startSimulator, type Stage } from './demo/stage.ts';
import { counterScenes } from './pictures/counter-scenes.ts';
import { dayScenes } from './pictures/day-scenes.ts';
import { setupScenes } from './pictures/setup-scenes.ts';
import { createStudio, PictureMissing, type Studio } from './pictures/studio.ts';
import { windowScenes } from './pictures/window-scenes.ts';

const OUTPUT = path.join(repository, 'docs/pictures');
/** Pictures are made here first: a run that fails does not change the earlier ones. */
const DRAFTS = path.join(repository, '.cache/pictures');
const FAILURE = path.join(repository, 'demo-output/picture-failure.png');
/** The port that the guides name. */
const USUAL_PORT = 4765;
const LANGUAGES: readonly Language[] = ['es', 'en'];
const TALL_SCREEN = [1280, 1040] as const;
const LIMIT_BYTES = 4 * 1024 * 1024;

const beginning = performance.now();
try {
  // Deletes old pictures: they would be mistaken for those of this run.
  fs.rmSync(DRAFTS, { recursive: true, force: true });
  for (const language of LANGUAGES) await makePictures(language);
  report();
  fs.rmSync(OUTPUT, { recursive: true, force: true });
  fs.cpSync(DRAFTS, OUTPUT, { recursive: true });
} catch (error) {
  process.exitCode = 1;
  if (error instanceof PictureMissing) {
    console.error(`\nThis picture could not be made: ${error.picture}\n${error.message}`);
  } else console.error(error);
}

async function makePictures(language: Language): Promise<void> {
  const start = { language, port: await freePort(USUAL_PORT), timeZone: earlyAfternoon() };
  await onStage(
    language,
    (desktop, simulator) => startNewApp(desktop, simulator, start),
    [setupScenes],
    TALL_SCREEN,
  );
  await onStage(language, (desktop, simulator) => startApp(desktop, simulator, start), [
    counterScenes,
    windowScenes,
  ]);
  await onStage(
    language,
    (desktop, simulator) => startApp(desktop, simulator, start),
    [dayScenes],
    TALL_SCREEN,
  );
}

async function onStage(
  language: Language,
  open: (...on: Parameters<typeof startApp>) => Promise<Stage>,
  scenes: readonly ((studio: Studio) => Promise<void>)[],
  screen: readonly [number, number] = [1280, 800],
): Promise<void> {
  const desktop = await startDesktop({ screen });
  const simulator = await startSimulator();
  let stage: Stage | null = null;
  try {
    stage = await open(desktop, simulator);
    await desktop.tray.waitForItem(10_000);
    const studio = createStudio({ stage, language, outputDir: path.join(DRAFTS, language) });
    for (const scene of scenes) await scene(studio);
  } catch (error) {
    await desktop.saveScreen(FAILURE);
    console.error(`\nWhat the screen showed: ${path.relative(repository, FAILURE)}`);
    throw error;
  } finally {
    await stage?.launched.stop();
    await simulator.stop();
    await desktop.stop();
  }
}

/** A time zone in which it is between 13:00 and 14:00: at midnight half of the times would show a date. */
function earlyAfternoon(): string {
  const east = 13 - new Date().getUTCHours();
  // The names count to the west. Source: the tz database, file `etcetera`.
  return `Etc/GMT${east > 0 ? '-' : '+'}${String(Math.abs(east))}`;
}

/** Prints what was made and its size; too much does not belong in a repository. */
function report(): void {
  const sizes = fs
    .readdirSync(DRAFTS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.png'))
    .toSorted()
    .map((name) => ({ name, bytes: fs.statSync(path.join(DRAFTS, name)).size }));
  for (const { name, bytes } of sizes) console.log(`${toKb(bytes).padStart(8)}  docs/pictures/${name}`);
  const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const seconds = ((performance.now() - beginning) / 1000).toFixed(0);
  console.log(`\n${String(sizes.length)} pictures, ${toKb(all)}, in ${seconds} s.`);
  if (all > LIMIT_BYTES) throw new Error(`The pictures are larger than ${toKb(LIMIT_BYTES)} together.`);
}

function toKb(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
