import { connect, type Socket } from 'node:net';
import process from 'node:process';
import type { Attempt } from './requests.ts';

/** How the receiver answered; `fault`: why that was not HTTP as it should be. */
export type Exchange = {
  readonly statuses: readonly number[];
  readonly fault: string | null;
};

export type Wire = {
  /** Sends an attempt and waits for all that comes of it. */
  readonly exchange: (attempt: Attempt) => Promise<Exchange>;
  /** Lets go of its connection; the next attempt opens another. */
  readonly close: () => void;
};

/** Long enough for a computer that does ten other things. */
const ANSWER_MS = 30_000;
/** For what the receiver may wait for more of: then the sender says that there is nothing more. */
const PATIENCE_MS = 25;

/** One sender: keeps its connection as long as the receiver does. */
export function createWire(port: number, sender: number): Wire {
  let kept: Socket | null = null;
  let opened = 0;

  const dial = (): Promise<Socket> => {
    opened += 1;
    // From many addresses: a port that was used is not free again for a minute.
    const from =
      process.platform === 'linux'
        ? { localAddress: `127.0.${String(sender + 1)}.${String((opened % 200) + 2)}` }
        : {};
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port, noDelay: true, allowHalfOpen: true, ...from }, () => {
        socket.off('error', reject);
        // A reset is one of the ways to be turned away.
        socket.on('error', () => undefined);
        resolve(socket);
      });
      socket.once('error', reject);
    });
  };

  return {
    exchange: async (attempt) => {
      const mayKeep = attempt.framing === 'one';
      const socket = (mayKeep && kept?.writable === true ? kept : null) ?? (await dial());
      if (socket === kept || mayKeep) kept = null;
      const heard = await send(socket, attempt);
      if (mayKeep && heard.isOpen) kept = socket;
      else socket.destroy();
      return heard;
    },
    close: () => {
      kept?.destroy();
      kept = null;
    },
  };
}

function send(socket: Socket, attempt: Attempt): Promise<Exchange & { readonly isOpen: boolean }> {
  return new Promise((resolve) => {
    // The answer to HEAD need not say how long it would be.
    const isHead = Buffer.concat(attempt.pieces).subarray(0, 5).toString() === 'HEAD ';
    let text = '';
    let timer: NodeJS.Timeout | null = null;
    const finish = (isOpen: boolean, fault: string | null = null): void => {
      if (timer !== null) clearTimeout(timer);
      socket.off('data', onData).off('end', onEnd).off('close', onEnd);
      const { statuses, fault: malformed } = readAnswers(text, isHead);
      resolve({ statuses, fault: fault ?? malformed, isOpen });
    };
    const wait = (ms: number, then: () => void): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(then, ms);
    };
    const hangUp = (): void => {
      socket.end();
      wait(ANSWER_MS, () => finish(false, 'It kept the connection of a sender that was done'));
    };
    const onData = (chunk: Buffer): void => {
      text += chunk.toString('latin1');
      if (attempt.framing === 'odd') {
        wait(PATIENCE_MS, hangUp);
        return;
      }
      const { statuses, fault, isClosing } = readAnswers(text, isHead);
      // A connection that is to be closed is done when it is.
      if (fault !== null) finish(false);
      else if (statuses.length > 0 && !isClosing) finish(true);
    };
    const onEnd = (): void => finish(false);
    socket.on('data', onData).once('end', onEnd).once('close', onEnd);
    void write(socket, attempt.pieces).then(() => {
      if (attempt.ending === 'reset') {
        socket.resetAndDestroy();
        finish(false);
      } else if (attempt.framing === 'odd') wait(PATIENCE_MS, hangUp);
    });
    if (attempt.framing === 'one') wait(ANSWER_MS, () => finish(false, 'It never answered'));
  });
}

async function write(socket: Socket, pieces: readonly Buffer[]): Promise<void> {
  for (const piece of pieces) {
    if (piece.length === 0) continue;
    // Whether it was written, or the receiver has closed meanwhile.
    await new Promise<void>((resolve) => socket.write(piece, () => resolve()));
  }
}

const LINE = /^HTTP\/1\.1 (\d{3}) [A-Z][A-Za-z \-']*$/;
const HEADER = /^([A-Za-z-]+): ([\x20-\x7e]*)$/;
const EXPECTED = ['connection', 'content-length', 'date', 'keep-alive', 'cache-control'];

/** Reads all answers on a connection. No answer to an attacker has a body, and none says more than it must. */
function readAnswers(text: string, isHead: boolean): Exchange & { readonly isClosing: boolean } {
  const statuses: number[] = [];
  let isClosing = false;
  const no = (fault: string): Exchange & { readonly isClosing: boolean } => ({
    statuses,
    fault: `${fault}: ${JSON.stringify(text.slice(0, 300))}`,
    isClosing,
  });
  // Node itself answers a request without a host, with an empty body in chunks.
  const heads = text
    .replaceAll(/Transfer-Encoding: chunked\r\n\r\n0(?=\r\n\r\n)/g, 'Content-Length: 0')
    .split('\r\n\r\n');
  // Behind the last answer nothing may stand, or the beginning of another one that is still on its way.
  const rest = heads.pop() ?? '';
  if (rest !== '' && !'HTTP/1.1 '.startsWith(rest.slice(0, 9)))
    return no('Something stands behind an answer');
  for (const head of heads) {
    const [line = '', ...headers] = head.split('\r\n');
    const status = Number(LINE.exec(line)?.[1] ?? 0);
    if (status === 0) return no('No status line');
    let isEmpty =
      isHead || status === 100 || status === 400 || status === 431 || status === 408 || status === 413;
    for (const header of headers) {
      const [, name = '', value = ''] = HEADER.exec(header) ?? [];
      if (!EXPECTED.includes(name.toLowerCase())) return no(`A header that nobody expects (${header})`);
      if (name.toLowerCase() === 'content-length') isEmpty = value === '0';
      if (name.toLowerCase() === 'connection') isClosing = value === 'close';
    }
    // What is closed behind it ends there: so HTTP/1.0 has it.
    if (!isEmpty && !isClosing) return no('An answer without a length');
    if (status !== 100) statuses.push(status);
  }
  return { statuses, fault: null, isClosing };
}
