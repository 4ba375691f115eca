import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { within } from '../../desktop/within.ts';
import { freePort } from '../../services/free-port.ts';
import { STRANGER } from './requests.ts';
import type { TargetState } from './target-process.ts';

const PROCESS = fileURLToPath(import.meta.resolve('./target-process.ts'));
const LIMIT_MS = 60_000;

export type Target = {
  readonly port: number;
  /** Rejects when its process has ended. */
  readonly state: () => Promise<TargetState>;
  readonly hasEnded: () => boolean;
  /** Returns those of the orders that are not in the store. */
  readonly missing: (ids: readonly string[]) => readonly string[];
  /** Returns how many rows of orders there are, and how many of them are of somebody without the secret. */
  readonly stored: () => { readonly orders: number; readonly strangers: number };
  readonly stop: () => Promise<void>;
};

/** The receiver and its store in a process of their own, on a new file. */
export async function startTarget(): Promise<Target> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-attack-'));
  const port = await freePort();
  const child = fork(PROCESS, [folder, String(port)], {
    execArgv: ['--expose-gc'],
    // The settings' library asks for Electron where there is none: its package then names a path, and fetches nothing.
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: folder },
  });
  const ended = once(child, 'exit');
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const say = async (): Promise<unknown> => {
    if (hasEnded()) throw new Error('The receiver has ended');
    const heard = once(child, 'message').then(([said]: unknown[]) => said);
    return within(Promise.race([heard, ended.then(() => null)]), LIMIT_MS, 'The receiver');
  };
  await say();
  const db = new DatabaseSync(path.join(folder, 'orders.db'), { readOnly: true, timeout: 10_000 });
  return {
    port,
    hasEnded,
    state: async () => {
      const heard = say();
      child.send('state');
      const said = await heard;
      if (said === null) throw new Error('The receiver has ended');
      return said as TargetState;
    },
    missing: (ids) =>
      db
        .prepare('SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM orders)')
        .all(JSON.stringify(ids))
        .map((row) => String(row['value'])),
    stored: () => {
      const row = db
        .prepare(
          `SELECT count(*) AS orders, sum(id LIKE '%${STRANGER}%' OR body LIKE '%${STRANGER}%') AS strangers
           FROM orders LEFT JOIN order_bodies ON order_id = id`,
        )
        .get();
      return { orders: Number(row?.['orders']), strangers: Number(row?.['strangers']) };
    },
    stop: async () => {
      db.close();
      if (child.connected) child.disconnect();
      await within(ended, LIMIT_MS, 'The end of the receiver');
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
