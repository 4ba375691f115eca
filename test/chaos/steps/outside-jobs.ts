import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { orderFileName } from '../../../src/main/outgoing/order-file.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOutbox } from '../../../src/main/store/orders/outbox.ts';
import { createPaperRun } from '../../integration/printer/rig.ts';
import { wordsOf } from '../../services/escpos-decoder.ts';
import { startListener } from '../../services/listener.ts';
import { startSlipPrinter } from '../../services/slip-printer.ts';
import type { OutsideJob } from './outside-process.ts';
import { NOW, ORDERS, TILL } from './profile-files.ts';

/** The other side of what goes out, and what it got. */
export type Outside = {
  readonly port: number;
  /** Everything that it got so far: what it is about, and the text. */
  readonly got: () => readonly { readonly about: string; readonly text: string }[];
  readonly stop: () => Promise<void>;
};

export type OutsideWork = {
  readonly job: OutsideJob;
  readonly open: () => Promise<Outside>;
  readonly prepare: (profileDir: string) => void;
  /** What the profile says of each thing that was to go out: id and state. */
  readonly states: (profileDir: string) => ReadonlyMap<string, string>;
  /** What is wrong with the places around the profile at the end. */
  readonly around: (profileDir: string) => readonly string[];
};

const COUNT = 5;
const numbers = Array.from({ length: COUNT }, (_, index) => index);
const idOf = (number: number): string => `00000000-0000-4000-8000-00000000000${String(number)}`;
const now = (): string => NOW;

function statesIn(profileDir: string, sql: string): ReadonlyMap<string, string> {
  const db = new DatabaseSync(path.join(profileDir, ORDERS));
  try {
    return new Map(
      db
        .prepare(sql)
        .all()
        .map((row) => [String(row['id']), String(row['state'])]),
    );
  } finally {
    db.close();
  }
}

const SEND: OutsideWork = {
  job: 'send',
  open: async () => {
    const { url, heard, stop } = await startListener();
    return {
      port: Number(new URL(url).port),
      got: () => heard.map(({ headers, body }) => ({ about: String(headers['webhook-id']), text: body })),
      stop,
    };
  },
  prepare: (profileDir) => {
    fs.mkdirSync(path.join(profileDir, '..', TILL));
    const { db } = openDatabase({ file: path.join(profileDir, ORDERS), now });
    const outbox = createOutbox(db);
    for (const number of numbers) {
      const news = { id: `msg_${String(number)}`, lane: idOf(number), code: String(number), at: NOW };
      const body = JSON.stringify({ number, text: 'x'.repeat(500) });
      outbox.add([
        { ...news, target: 'till-post', body },
        { ...news, target: 'till-file', body },
      ]);
    }
    db.close();
  },
  states: (profileDir) => statesIn(profileDir, "SELECT id, state FROM outbox WHERE target = 'till-post'"),
  around: (profileDir) => {
    const folder = path.join(profileDir, '..', TILL);
    const files = fs.readdirSync(folder).toSorted();
    const wanted = numbers.map((number) => orderFileName(idOf(number)));
    const odd = files.filter((name) => !wanted.includes(name)).map((name) => `${name} is left in the folder`);
    const missing = wanted.filter((name) => !files.includes(name)).map((name) => `${name} never came`);
    const halves = wanted
      .filter((name, number) => files.includes(name) && numberIn(path.join(folder, name)) !== number)
      .map((name) => `${name} is not whole`);
    return [...odd, ...missing, ...halves];
  },
};

const PRINT: OutsideWork = {
  job: 'print',
  open: async () => {
    const { port, slips, stop } = await startSlipPrinter();
    return {
      port,
      got: () =>
        slips().flatMap((slip) => {
          const rows = wordsOf(slip);
          const code = rows.find((row) => /^\d{4}$/.test(row.trim()))?.trim();
          // What broke off before the code is no slip that anybody could put on a bag.
          return code === undefined
            ? []
            : [{ about: code, text: rows.includes('COPIA') ? 'a copy' : 'a slip' }];
        }),
      stop,
    };
  },
  prepare: (profileDir) => {
    const run = createPaperRun({
      file: path.join(profileDir, ORDERS),
      paper: { way: 'network', automatic: true },
      print: () => Promise.resolve({ ok: false, why: 'offline', hasBegun: false }),
    });
    for (const number of numbers) run.arrive({ id: idOf(number), code: `100${String(number)}` });
    run.end();
  },
  states: (profileDir) =>
    statesIn(
      profileDir,
      "SELECT code AS id, coalesce(state, 'none') AS state FROM orders LEFT JOIN slips ON order_id = orders.id",
    ),
  around: () => [],
};

export const OUTSIDE: readonly OutsideWork[] = [SEND, PRINT];

function numberIn(file: string): unknown {
  try {
    return (JSON.parse(fs.readFileSync(file, 'utf8')) as { readonly number: unknown }).number;
  } catch {
    return 'not whole';
  }
}
