// From a webhook to the tone at the loudspeaker, and from Visto to silence, beside a player that is told to play the same file.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchApp } from '../desktop/launch-app.ts';
import { repository } from '../desktop/runtime.ts';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { LIMIT_MS, prepareShop, sendWebhook } from './bench-shop.ts';
import { listenAtLoudspeaker, type Loudspeaker } from './loudspeaker.ts';
import { orderBody } from './order-body.ts';
import { printRow, quantile } from './row.ts';

const STORED = 12_000;
const ROUNDS = 20;
const SETTLE_MS = 20_000;
const QUIET_MS = 1_000;
/** Into the tone, which lasts longer. */
const SEEN_AFTER_MS = 150;
const SOUND = path.join(repository, 'assets/sounds/chime.wav');

const desktop = await startDesktop();
try {
  await main(desktop);
} finally {
  await desktop.stop();
}

async function main(desktop: Desktop): Promise<void> {
  const { profileDir, port } = await prepareShop(desktop, 'shop', { stored: STORED });
  const launched = await launchApp({ desktop, profileDir, args: ['--hidden'] });
  const loudspeaker = await listenAtLoudspeaker(desktop);
  try {
    await desktop.tray.waitForItem(LIMIT_MS);
    await sleep(SETTLE_MS);
    const opened = launched.app.waitForEvent('window', { timeout: LIMIT_MS });
    await desktop.tray.activate();
    const counter = await opened;
    await counter.getByRole('row').first().waitFor({ timeout: LIMIT_MS });
    const ours = { start: [] as number[], end: [] as number[] };
    const player = { start: [] as number[], end: [] as number[] };
    // The first rounds warm up and do not count.
    for (let round = -2; round < ROUNDS; round += 1) {
      const one = await ringOnce(counter, port, loudspeaker);
      const other = await playOnce(desktop, loudspeaker);
      if (round < 0) continue;
      ours.start.push(one.startMs);
      ours.end.push(one.endMs);
      player.start.push(other.startMs);
      player.end.push(other.endMs);
    }
    printRows(ours, player);
  } finally {
    loudspeaker.stop();
    await launched.stop();
  }
}

type Heard = { readonly startMs: number; readonly endMs: number };

async function ringOnce(counter: Page, port: number, loudspeaker: Loudspeaker): Promise<Heard> {
  const id = randomUUID();
  await loudspeaker.untilQuiet(QUIET_MS);
  const sentAt = performance.now();
  const tone = loudspeaker.heardAfter(sentAt);
  await sendWebhook(port, orderBody(0, { id }));
  const heardAt = await tone;
  await sleep(SEEN_AFTER_MS);
  const seenAt = performance.now();
  await counter.evaluate(async () => {
    const open = await window.mostrador['alerts:open']();
    await window.mostrador['alerts:acknowledge']({ alertIds: open.map((alert) => alert.id) });
  });
  await loudspeaker.untilQuiet(QUIET_MS);
  await sendWebhook(port, orderBody(0, { id, isPickedUp: true }));
  return { startMs: heardAt - sentAt, endMs: Math.max(0, loudspeaker.lastHeardMs() - seenAt) };
}

async function playOnce({ env }: Desktop, loudspeaker: Loudspeaker): Promise<Heard> {
  await loudspeaker.untilQuiet(QUIET_MS);
  const startedAt = performance.now();
  const player = spawn('paplay', [SOUND], { env, stdio: 'ignore' });
  const ended = once(player, 'exit');
  const heardAt = await loudspeaker.heardAfter(startedAt);
  await sleep(SEEN_AFTER_MS);
  const killedAt = performance.now();
  player.kill();
  await ended;
  await loudspeaker.untilQuiet(QUIET_MS);
  return { startMs: heardAt - startedAt, endMs: Math.max(0, loudspeaker.lastHeardMs() - killedAt) };
}

type Times = { readonly start: readonly number[]; readonly end: readonly number[] };

function printRows(ours: Times, player: Times): void {
  for (const share of [0.5, 0.95] as const) {
    const name = `p${String(share * 100)}`;
    printRow({
      what: `webhook sent to tone at the loudspeaker, ${name}`,
      unit: 'ms',
      value: quantile(ours.start, share),
      baseline: quantile(player.start, share),
      against: 'paplay started with the same file',
      aim: share === 0.5 ? { of: 'value', bound: 'at most', limit: 400 } : null,
    });
    printRow({
      what: `Visto to silence at the loudspeaker, ${name}`,
      unit: 'ms',
      value: quantile(ours.end, share),
      baseline: quantile(player.end, share),
      against: 'paplay ended while it plays',
      aim: null,
    });
  }
}
