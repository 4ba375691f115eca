import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from '../../src/shared/settings/settings.ts';
import { textsFor, type Texts } from '../../src/shared/texts/texts.ts';
import type { Stage } from '../demo/stage.ts';
import { smallPng } from './small-png.ts';

/** A window of the virtual screen is painted some frames after its page changed. */
const PAINT_MS = 500;

/** A picture of the guides that could not be made. */
export class PictureMissing extends Error {
  readonly picture: string;

  constructor(picture: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.picture = picture;
  }
}

/** A part of a window, in pixels from its upper left corner. */
export type Part = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Studio = {
  readonly stage: Stage;
  readonly texts: Texts;
  /** Runs the steps to a picture and photographs the page that `pose` returns: all of it, or a part. */
  readonly take: (name: string, pose: () => Promise<Page | { page: Page; part: Part }>) => Promise<void>;
  /** The same with the dark theme. */
  readonly takeDark: (name: string, page: Page) => Promise<void>;
  /** The whole virtual screen. */
  readonly takeScreen: (name: string, pose: () => Promise<void>) => Promise<void>;
  /** Something that the desktop draws, not the app: `html` with the values that the app sent to the desktop. */
  readonly takeDrawn: (name: string, pose: () => Promise<Drawing>) => Promise<void>;
};

export type Drawing = { readonly html: string; readonly width: number; readonly height: number };

export function createStudio(options: {
  readonly stage: Stage;
  readonly language: Language;
  readonly outputDir: string;
}): Studio {
  const { stage, language, outputDir } = options;
  const { app } = stage.launched;
  fs.mkdirSync(outputDir, { recursive: true });
  const tried = async (name: string, work: (file: string) => Promise<void>): Promise<void> => {
    try {
      await work(path.join(outputDir, `${name}.png`));
    } catch (error) {
      throw new PictureMissing(`${language}/${name}`, error);
    }
  };
  const shoot = async (
    page: Page,
    file: string,
    part?: Part,
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<void> => {
    await page.emulateMedia({ colorScheme });
    // An element under the mouse looks different.
    await page.mouse.move(0, 0);
    const png = await page.screenshot({
      animations: 'disabled',
      caret: 'hide',
      ...(part === undefined ? {} : { clip: part }),
    });
    fs.writeFileSync(file, smallPng(png));
  };

  return {
    stage,
    texts: textsFor(language),
    take: (name, pose) =>
      tried(name, async (file) => {
        const posed = await pose();
        if ('page' in posed) await shoot(posed.page, file, posed.part);
        else await shoot(posed, file);
      }),
    takeDark: (name, page) =>
      tried(name, async (file) => {
        await shoot(page, file, undefined, 'dark');
      }),
    takeScreen: (name, pose) =>
      tried(name, async (file) => {
        await pose();
        await new Promise((resolve) => {
          setTimeout(resolve, PAINT_MS);
        });
        await stage.desktop.saveScreen(file);
        fs.writeFileSync(file, smallPng(fs.readFileSync(file)));
      }),
    takeDrawn: (name, pose) =>
      tried(name, async (file) => {
        const { html, width, height } = await pose();
        const opened = app.waitForEvent('window');
        await app.evaluate(
          ({ BrowserWindow }, drawing) => {
            const window = new BrowserWindow({
              frame: false,
              useContentSize: true,
              width: drawing.width,
              height: drawing.height,
              webPreferences: { sandbox: true },
            });
            void window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(drawing.html)}`);
          },
          { html, width, height },
        );
        const page = await opened;
        await page.waitForLoadState();
        await shoot(page, file, { x: 0, y: 0, width, height });
        await page.close();
      }),
  };
}
