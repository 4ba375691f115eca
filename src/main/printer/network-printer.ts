import { lookup } from 'node:dns/promises';
import net from 'node:net';
import type { PrintResult } from '../core/paper/types.ts';
import { within } from '../timing.ts';
import { askStatus, isPrinter, QUEUE_STATUS, readStatus, type PrinterStatus } from './printer-status.ts';

type Limits = Readonly<Record<'connectMs' | 'statusMs' | 'sendMs' | 'drainMs', number>>;
const LIMITS: Limits = { connectMs: 4_000, statusMs: 800, sendMs: 15_000, drainMs: 1_500 };

const LOCAL = new net.BlockList();
for (const [address, bits] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  LOCAL.addSubnet(address, bits, 'ipv4');
}
for (const [address, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  LOCAL.addSubnet(address, bits, 'ipv6');
}

/** Returns whether an IP address is this computer or in a private network. */
export function isLocalAddress(address: string): boolean {
  const family = net.isIP(address);
  return family !== 0 && LOCAL.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Which printers have ever told their state: such a printer that is silent is in trouble. */
export type Talkative = Set<string>;

/**
 * Sends bytes to a printer in the shop's network, after a look at its state where it tells one. `begin` is called before
 * the first of them; what it throws is passed on. Ends within half a minute.
 */
export async function printToNetwork(
  { host, port }: { readonly host: string; readonly port: number },
  bytes: Uint8Array,
  begin: () => void,
  { talkative, limits = LIMITS }: { readonly talkative: Talkative; readonly limits?: Limits },
): Promise<PrintResult> {
  if (host === '') return failed('missing');
  const address = await addressOf(host, limits.connectMs);
  if (!address.ok) return failed(address.why);
  const link = await connect(address.value, port, limits.connectMs);
  if (link === null) return failed('offline');
  const place = `${host}:${String(port)}`;
  try {
    const status = await askNetworkStatus(link, limits.statusMs);
    if (status === null) return failed('failed');
    if (status.isTold) talkative.add(place);
    else if (talkative.has(place)) return failed('stuck');
    if (status.trouble !== null) return failed(status.trouble);
    begin();
    return await send(link, bytes, { isAnswering: status.isTold, isPaperLow: status.isPaperLow, limits });
  } finally {
    link.socket.destroy();
  }
}

type Link = {
  readonly socket: net.Socket;
  /** Everything that the printer said since the last call. */
  readonly take: () => readonly number[];
  /** Resolves with the next thing that the printer says; null when the link is over. */
  readonly answered: () => Promise<true | null>;
  readonly over: Promise<null>;
};

async function addressOf(
  host: string,
  ms: number,
): Promise<
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly why: 'missing' | 'elsewhere' }
> {
  try {
    const found = await within(ms, lookup(host, { all: true }));
    const [first] = found ?? [];
    if (found === null || first === undefined) return { ok: false, why: 'missing' };
    // Slips travel as they are: never out of the house.
    if (!found.every(({ address }) => isLocalAddress(address))) return { ok: false, why: 'elsewhere' };
    return { ok: true, value: first.address };
  } catch {
    // The name is not known.
    return { ok: false, why: 'missing' };
  }
}

/** Returns null when there is no connection in time. */
function connect(host: string, port: number, ms: number): Promise<Link | null> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port });
    let said: number[] = [];
    let wake: (() => void) | null = null;
    const over = new Promise<null>((end) => {
      socket.once('close', () => {
        wake?.();
        end(null);
      });
    });
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      // A printer says a few bytes; whatever says more is none.
      if (said.length < 1_024) said.push(...chunk.subarray(0, 1_024));
      wake?.();
    });
    const timer = setTimeout(() => socket.destroy(), ms);
    void over.then(() => {
      clearTimeout(timer);
      resolve(null);
    });
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve({
        socket,
        over,
        take: () => {
          const all = said;
          said = [];
          return all;
        },
        answered: () =>
          new Promise((next) => {
            if (socket.destroyed) next(null);
            else if (said.length > 0) next(true);
            else wake = () => next(socket.destroyed ? null : true);
          }),
      });
    });
  });
}

/** Returns null when something answers that is no printer. */
async function askNetworkStatus(link: Link, ms: number): Promise<PrinterStatus | null> {
  const answers: number[] = [];
  const collect = async (): Promise<void> => {
    for (const question of askStatus()) {
      link.socket.write(question.bytes);
      while (answers.length <= question.index) {
        if ((await link.answered()) === null) return;
        answers.push(...link.take());
      }
    }
  };
  await within(ms, collect());
  return isPrinter(answers) ? readStatus(answers) : null;
}

async function send(
  link: Link,
  bytes: Uint8Array,
  how: { readonly isAnswering: boolean; readonly isPaperLow: boolean; readonly limits: Limits },
): Promise<PrintResult> {
  const { isAnswering, isPaperLow, limits } = how;
  link.take();
  const written = new Promise<boolean>((resolve) => {
    const all = isAnswering ? [bytes, QUEUE_STATUS] : [bytes];
    link.socket.write(Buffer.concat(all), (error) => resolve(error === undefined || error === null));
    void link.over.then(() => resolve(false));
  });
  const isWritten = await within(limits.sendMs, written);
  if (isWritten !== true) return { ok: false, why: isWritten === null ? 'stuck' : 'offline', hasBegun: true };
  if (!isAnswering) {
    // Half-closed, and a moment for the printer to take it all: some forget what they have when the link breaks.
    link.socket.end();
    await within(limits.drainMs, link.over);
    return { ok: true, isPaperLow };
  }
  // It answers this when it has printed what came before.
  const answer = await within(limits.sendMs, link.answered());
  if (answer !== true) return { ok: false, why: link.socket.destroyed ? 'offline' : 'stuck', hasBegun: true };
  link.socket.end();
  return { ok: true, isPaperLow };
}

function failed(why: Extract<PrintResult, { ok: false }>['why']): PrintResult {
  return { ok: false, why, hasBegun: false };
}
