import { createDetail } from './detail.ts';
import { byId, h } from './dom.ts';
import { createFormat } from './format.ts';
import { createOrders } from './orders.ts';
import { createPanels } from './panels.ts';
import { createSetup } from './setup.ts';
import { post, readAbout, readState } from './simulator-api.ts';
import { PAGE_TEXTS } from '../page-texts.ts';
import type { Page } from './page.ts';

const POLL_MS = 1500;
const TOAST_MS = { good: 2500, bad: 6000 };
const ROWS = { first: 60, more: 120 };

/** Reads the state, draws it, and follows the simulator: by events where the browser supports them, else by polling. */
async function start(): Promise<void> {
  const language = document.documentElement.lang === 'en' ? 'en' : 'es';
  const texts = PAGE_TEXTS[language];
  const live = byId('live');
  const toasts = byId('toasts');
  let rows = ROWS.first;
  let selected: string | null = null;
  let state = await readState(rows);

  const showLive = (isLive: boolean): void => {
    const words = isLive ? texts.live : texts.lost;
    // Shown once, not with every change.
    if (live.textContent !== words) live.textContent = words;
    live.classList.toggle('lost', !isLive);
  };
  const say = (text: string, isBad = false): void => {
    const toast = h('p', { class: isBad ? 'toast bad' : 'toast' }, text);
    toasts.append(toast);
    setTimeout(() => toast.remove(), isBad ? TOAST_MS.bad : TOAST_MS.good);
  };
  const draw = (): void => {
    for (const part of parts) part.draw();
  };

  let reading: Promise<void> | null = null;
  let isStale = false;
  const readAll = async (): Promise<void> => {
    try {
      do {
        isStale = false;
        state = await readState(rows);
        showLive(true);
        draw();
      } while (isStale);
    } catch {
      showLive(false);
    } finally {
      reading = null;
    }
  };
  // Changes during a read are read once, after it.
  const refresh = (): Promise<void> => {
    if (reading === null) reading = readAll();
    else isStale = true;
    return reading;
  };

  const page: Page = {
    texts,
    format: createFormat(language, texts.locale),
    about: await readAbout(),
    state: () => state,
    selected: () => selected,
    select: (orderId) => {
      selected = orderId;
      draw();
    },
    showMore: () => {
      rows += ROWS.more;
      void refresh();
    },
    act: async (path, body = {}) => {
      try {
        const { isDone, answer } = await post(path, body);
        if (!isDone) say(`${texts.failed}: ${String(answer['message'])}`, true);
        await refresh();
        return isDone ? answer : null;
      } catch {
        say(texts.lost, true);
        return null;
      }
    },
    say,
  };
  const parts = [createSetup(page), createOrders(page), createDetail(page), createPanels(page)];
  showLive(true);
  draw();

  if (typeof EventSource === 'undefined') {
    setInterval(() => void refresh(), POLL_MS);
    return;
  }
  const events = new EventSource('/simulator/api/events');
  events.addEventListener('message', () => void refresh());
  events.addEventListener('error', () => showLive(false));
}

void start();
