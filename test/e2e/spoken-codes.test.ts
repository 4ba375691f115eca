import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_HANDS_SETTINGS } from '../../src/shared/settings/hands.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { violationsInBothThemes } from './support/axe.ts';
import { readyOrder } from './support/news.ts';

declare global {
  // Named by the browser's own interface.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Window {
    /** What was heard, in its order. */
    heard?: string[];
  }
}

const words = es.hands.voice;
let shop: Shop;
beforeAll(async () => {
  shop = await openShop({ settings: { hands: { ...DEFAULT_HANDS_SETTINGS, voice: true } } });
  await untilReceiving(shop);
});
afterAll(() => shop?.stop());

/** Runs in every new page: a voice that speaks until it is cut off, and notes of what is heard. */
function standIn(): void {
  const heard: string[] = [];
  window.heard = heard;
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function playNoted(this: HTMLMediaElement) {
    heard.push('tone');
    // The first sign of the end.
    this.addEventListener('pause', () => heard.push('tone ends'), { once: true });
    return play.call(this);
  };
  let current: SpeechSynthesisUtterance | null = null;
  const voice = (name: string, lang: string, localService: boolean) => ({
    name,
    lang,
    localService,
    default: false,
  });
  const synthesis = {
    get speaking() {
      return current !== null;
    },
    pending: false,
    getVoices: () => [
      voice('Cloud', 'es-419', false),
      voice('Anna', 'en-US', true),
      voice('Rosa', 'es-ES', true),
    ],
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    speak: (utterance: SpeechSynthesisUtterance) => {
      current = utterance;
      heard.push(`${utterance.voice?.name ?? ''}: ${utterance.text}`);
    },
    cancel: () => {
      heard.push('cut off');
      current?.dispatchEvent(Object.assign(new Event('error'), { error: 'canceled' }));
      current = null;
    },
  };
  // Its voice has to be one of the browser's own, elsewhere.
  class Utterance extends EventTarget {
    readonly text: string;
    voice: unknown = null;
    lang = '';
    volume = 1;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
}
const heardIn = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.heard ?? []);

test('a computer without a voice says so, and rings as ever', async () => {
  const { toast } = await readyOrder(shop);
  expect(toast.title).toContain('4821');
  const counter = await shop.openCounter();
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const settings = await shop.window('view=settings');
  await settings.getByRole('button', { name: words.test }).click();
  await settings.getByText(words.outcomes['no-voice']).waitFor({ timeout: LIMIT_MS });
  await settings.getByText(words.linux).waitFor();
  await picture(settings, 'no-voice');
  expect(await violationsInBothThemes(settings, 'settings without a voice')).toEqual([]);
  const sound = async () => (await counter.evaluate(() => window.mostrador['health:read']())).sound.state;
  await expect.poll(sound, { timeout: LIMIT_MS }).toBe('ok');
  await counter.evaluate(async () => {
    const open = await window.mostrador['alerts:open']();
    await window.mostrador['alerts:acknowledge']({ alertIds: open.map(({ id }) => id) });
  });
  await shop.trayCount(0);
});

test('with a voice the code follows the tone, from this computer alone, and stops at Visto', async () => {
  // The page that found no voice would be kept for the next ring.
  await shop.app().app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().includes('sound.html'))
      ?.webContents.forcefullyCrashRenderer();
  });
  const isGone = () =>
    !shop
      .app()
      .app.windows()
      .some((page) => page.url().includes('sound.html'));
  await expect.poll(isGone, { timeout: LIMIT_MS }).toBe(true);
  await shop.app().app.context().addInitScript(standIn);
  const { order } = await readyOrder(shop, { code: '12E4' });
  const sound = await shop.window('sound.html');
  const said = 'Rosa: Pedido uno dos e cuatro, listo';
  await expect.poll(() => heardIn(sound), { timeout: LIMIT_MS }).toContain(said);
  const heard = await heardIn(sound);
  expect(heard.slice(0, heard.indexOf(said))).toContain('tone ends');
  expect(heard.filter((one) => one === said)).toHaveLength(1);
  // The tones go on meanwhile.
  await expect
    .poll(async () => (await heardIn(sound)).filter((one) => one === 'tone').length, { timeout: LIMIT_MS })
    .toBeGreaterThan(1);

  const counter = await shop.window('view=counter');
  await counter.evaluate(
    (id) => window.mostrador['alerts:acknowledge']({ alertIds: [id] }),
    `${order.id}:ready`,
  );
  await expect.poll(() => heardIn(sound), { timeout: LIMIT_MS }).toContain('cut off');
});
