import net from 'node:net';
import { decodeEscPos, type PaperSlip } from './escpos-decoder.ts';

/**
 * `answers`: tells its state; `mute`: prints and says nothing; `hangs`: takes a connection and nothing else; `dies`: breaks
 * the connection in the middle; `swallows`: takes a slip and never says that it printed it.
 */
export type PrinterMood =
  'answers' | 'paper-low' | 'mute' | 'hangs' | 'no-paper' | 'cover-open' | 'dies' | 'swallows';

export type SlipPrinter = {
  readonly port: number;
  /** Everything that was printed so far; status questions are left out. */
  readonly slips: () => readonly PaperSlip[];
  readonly bytes: () => Uint8Array;
  /** What came so far of slips whose connection is still open, as text. */
  readonly taken: () => string;
  readonly connections: () => number;
  mood: PrinterMood;
  /** Refuses connections until `plugIn`. */
  readonly unplug: () => Promise<void>;
  readonly plugIn: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const FINE = { 1: 0x16, 2: 0x12, 4: 0x12 } as const;
const MOODS = {
  'paper-low': { 1: 0x16, 2: 0x12, 4: 0x1e },
  'no-paper': { 1: 0x1e, 2: 0x32, 4: 0x72 },
  'cover-open': { 1: 0x1e, 2: 0x16, 4: 0x12 },
} as const;

/** Starts a slip printer with a network port on this computer. */
export async function startSlipPrinter(mood: PrinterMood = 'answers'): Promise<SlipPrinter> {
  const printed: Buffer[] = [];
  const sockets = new Set<net.Socket>();
  const open = new Set<Buffer[]>();
  let connections = 0;
  const printer = { mood };
  const server = net.createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    const got: Buffer[] = [];
    open.add(got);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      open.delete(got);
      const page = Buffer.concat(got);
      if (page.length > 0) printed.push(page);
    });
    socket.on('data', (chunk) => {
      if (printer.mood === 'hangs') return;
      const rest = answer(chunk, socket, printer.mood);
      if (rest.length === 0) return;
      got.push(rest);
      if (printer.mood === 'dies') socket.resetAndDestroy();
    });
    socket.on('end', () => socket.end());
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => resolve());
    });
  await listen(0);
  const { port } = server.address() as net.AddressInfo;
  const unplug = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    port,
    slips: () => printed.flatMap((page) => decodeEscPos(page)),
    bytes: () => Buffer.concat(printed),
    taken: () => [...open].map((got) => Buffer.concat(got).toString('latin1')).join('\n'),
    connections: () => connections,
    get mood() {
      return printer.mood;
    },
    set mood(next) {
      printer.mood = next;
    },
    unplug,
    plugIn: () => listen(port),
    stop: async () => {
      if (server.listening) await unplug();
    },
  };
}

/** Answers the questions in a chunk; returns what is to be printed. */
function answer(chunk: Buffer, socket: net.Socket, mood: PrinterMood): Buffer {
  const rest: number[] = [];
  for (let at = 0; at < chunk.length; at += 1) {
    const [a, b, c] = chunk.subarray(at, at + 3);
    if (a === 0x10 && b === 0x04 && (c === 1 || c === 2 || c === 4)) {
      const told = mood in MOODS ? MOODS[mood as keyof typeof MOODS] : FINE;
      if (mood !== 'mute') socket.write(Uint8Array.of(told[c]));
      at += 2;
    } else if (a === 0x1d && b === 0x72) {
      if (mood !== 'mute' && mood !== 'dies' && mood !== 'swallows') socket.write(Uint8Array.of(0x00));
      at += 2;
    } else if (a !== undefined) rest.push(a);
  }
  return Buffer.from(rest);
}
