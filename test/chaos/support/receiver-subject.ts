import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { within } from '../../desktop/within.ts';
import { freePort } from '../../services/free-port.ts';
import type { RawNotice } from './notice.ts';
import type { Request, Saying } from './receiver-process.ts';
import type { Life, Ringing, Subject } from './subject.ts';

const PROCESS = fileURLToPath(import.meta.resolve('./receiver-process.ts'));
const UNSYNCED = fileURLToPath(import.meta.resolve('./unsynced.ts'));
const LIMIT_MS = 15_000;
const START_MS = 400;

export type ReceiverLife = Life & {
  /** Stops it normally; resolves when it has ended. */
  readonly finish: () => Promise<void>;
};
export type ReceiverSubject = Omit<Subject, 'start'> & {
  readonly start: (when: 'ready' | 'at-once') => Promise<ReceiverLife>;
};

type Answer = Extract<Saying, { kind: 'answer' }>;

/** The receiver as a process of its own: starts in a fraction of the time that the whole app needs. */
export async function createReceiverSubject(
  options: {
    /** A program that runs the process, with its arguments. */
    readonly under?: readonly string[];
    /** Opens the orders file so that commits do not wait for the disk. */
    readonly unsynced?: boolean;
  } = {},
): Promise<ReceiverSubject> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-receiver-'));
  const profileDir = path.join(folder, 'profile');
  const ordersFile = path.join(profileDir, 'orders.db');
  const port = await freePort();
  // Only a process that ends normally keeps its compiled code, which shortens later starts.
  const env = {
    ...process.env,
    NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
    // The settings' library asks for Electron where there is none: its package then names a path, and fetches nothing.
    ELECTRON_OVERRIDE_DIST_PATH: folder,
  };
  const command = (profileDir: string): readonly string[] => [
    process.execPath,
    ...(options.unsynced === true ? [`--import=${UNSYNCED}`] : []),
    PROCESS,
    profileDir,
    String(port),
  ];
  const warmUp = startLife(command(path.join(folder, 'warm-up')), env);
  const remove = (): void => fs.rmSync(folder, { recursive: true, force: true });
  try {
    await warmUp.up();
    await warmUp.finish();
  } catch (error) {
    remove();
    throw error;
  }
  const start = (): ReceiverLife => startLife([...(options.under ?? []), ...command(profileDir)], env);
  let running: Life | null = null;
  return {
    name: 'receiver',
    webhookUrl: `http://127.0.0.1:${String(port)}/webhooks/orders`,
    ordersFile,
    startMs: START_MS,
    start: async (when) => {
      const life = start();
      running = life;
      if (when === 'ready') await life.up();
      return life;
    },
    stop: async () => {
      try {
        await running?.kill();
      } finally {
        remove();
      }
    },
  };
}

function startLife(command: readonly string[], env: NodeJS.ProcessEnv): ReceiverLife {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const notices: RawNotice[] = [];
  const asked = new Map<number, (answer: Answer | null) => void>();
  let nextId = 1;
  let isKilled = false;
  let errors = '';
  child.stderr.on('data', (chunk: unknown) => {
    errors += String(chunk);
  });
  // The end of the process answers the requests that it was killed with.
  child.stdin.on('error', () => undefined);
  const { promise: isUp, resolve: cameUp } = Promise.withResolvers<boolean>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const saying = JSON.parse(line) as Saying;
    if (saying.kind === 'up') cameUp(true);
    else if (saying.kind === 'notice') notices.push(saying.notice);
    else asked.get(saying.id)?.(saying);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      errors += error.message;
    });
    // Only when all its output has been read.
    child.once('close', () => {
      cameUp(false);
      for (const answer of asked.values()) answer(null);
      resolve();
    });
  });

  /** Null when the process died first. */
  const ask = (
    request:
      { readonly do: 'ringing' } | { readonly do: 'acknowledge'; readonly alertIds: readonly string[] },
  ): Promise<Ringing | null> => {
    const id = nextId++;
    const answer = new Promise<Ringing | null>((resolve) => {
      if (isOver(child)) resolve(null);
      asked.set(id, (said) => resolve(said === null ? null : said.ringing));
    });
    const message: Request = { id, ...request };
    child.stdin.write(`${JSON.stringify(message)}\n`);
    return within(answer, LIMIT_MS, `An answer to ${request.do}`, () => errors);
  };

  return {
    up: async () => {
      if (!(await within(isUp, LIMIT_MS, 'The receiver', () => errors)))
        throw new Error(`The receiver ended at its start. ${errors}`);
    },
    notices: () => [...notices],
    ringing: async () => {
      const answer = await ask({ do: 'ringing' });
      if (answer === null) throw new Error(`The receiver ended. ${errors}`);
      return answer;
    },
    acknowledge: async (alertIds) => (await ask({ do: 'acknowledge', alertIds })) !== null,
    finish: async () => {
      isKilled = true;
      child.stdin.end();
      await within(ended, LIMIT_MS, 'The end of the receiver', () => errors);
    },
    kill: async () => {
      if (!isKilled && isOver(child)) throw new Error(`The receiver ended by itself. ${errors}`);
      isKilled = true;
      child.kill('SIGKILL');
      await within(ended, LIMIT_MS, 'The end of the receiver');
    },
  };
}

function isOver(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
