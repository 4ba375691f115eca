import { BrowserWindow } from 'electron';
import type { PaperWidth } from '../../shared/settings/paper.ts';
import type { PrintResult } from '../core/paper/types.ts';
import { within } from '../timing.ts';

const LIMITS = { loadMs: 10_000, printMs: 30_000, listMs: 5_000 } as const;
const MICRONS_PER_MM = 1_000;
const MICRONS_PER_PIXEL = 25_400 / 96;
/** A roll has no end, but drivers refuse a page that is longer than this. */
const MAX_HEIGHT = 2_000_000;

/**
 * Prints a page on a printer of the system, on paper of this width and just as long as the page. `begin` is called before
 * the system gets it; what it throws is passed on.
 */
export async function printOnSystem(
  job: { readonly html: string; readonly width: PaperWidth; readonly printer: string },
  begin: () => void,
): Promise<PrintResult> {
  const window = openPage();
  try {
    const loaded = window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(job.html)}`);
    const isLoaded = await within(
      LIMITS.loadMs,
      loaded.then(() => true).catch(() => false),
    );
    const height = isLoaded === true ? await measure(window) : null;
    if (height === null) return failed('failed');
    const names = await namesOf(window);
    if (names.length === 0 || (job.printer !== '' && !names.includes(job.printer))) return failed('missing');
    begin();
    const size = { width: job.width * MICRONS_PER_MM, height };
    return (await within(LIMITS.printMs, send(window, size, job.printer))) ?? { ...STUCK };
  } finally {
    window.destroy();
  }
}

/** Returns the names of the system's printers. Never rejects; empty when the system does not tell in time. */
export async function listPrinters(): Promise<readonly string[]> {
  const window = openPage();
  try {
    return await namesOf(window);
  } finally {
    window.destroy();
  }
}

const STUCK: PrintResult = { ok: false, why: 'stuck', hasBegun: true };

/** Hidden, in a sandbox, without preload script. */
function openPage(): BrowserWindow {
  return new BrowserWindow({
    show: false,
    width: 400,
    height: 800,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
}

async function namesOf(window: BrowserWindow): Promise<readonly string[]> {
  const asked = window.webContents.getPrintersAsync().catch(() => []);
  return ((await within(LIMITS.listMs, asked)) ?? []).map(({ name }) => name);
}

/** Returns the height of the page's longest slip in microns. The script is ours: the page itself may run none. */
async function measure(window: BrowserWindow): Promise<number | null> {
  const script =
    'Math.max(...Array.from(document.querySelectorAll(".slip"), (slip) => slip.getBoundingClientRect().height))';
  const asked: Promise<unknown> = window.webContents.executeJavaScript(script).catch(() => null);
  const pixels = await within(LIMITS.loadMs, asked);
  if (typeof pixels !== 'number' || !Number.isFinite(pixels) || pixels <= 0) return null;
  return Math.min(MAX_HEIGHT, Math.ceil(pixels * MICRONS_PER_PIXEL) + MICRONS_PER_MM);
}

function send(
  { webContents }: BrowserWindow,
  size: { readonly width: number; readonly height: number },
  deviceName: string,
): Promise<PrintResult> {
  return new Promise((resolve) => {
    webContents.print(
      {
        silent: true,
        printBackground: true,
        margins: { marginType: 'none' },
        // A page wider than long would be turned.
        pageSize: { width: size.width, height: Math.max(size.height, size.width + MICRONS_PER_MM) },
        ...(deviceName === '' ? {} : { deviceName }),
      },
      (isDone, reason) => {
        if (isDone) resolve({ ok: true, isPaperLow: false });
        else if (/invalid printer settings/i.test(reason)) resolve({ ...failed('paper-size') });
        else resolve({ ok: false, why: 'failed', hasBegun: true });
      },
    );
  });
}

function failed(why: Extract<PrintResult, { ok: false }>['why']): PrintResult {
  return { ok: false, why, hasBegun: false };
}
