import { setTimeout as sleep } from 'node:timers/promises';
import { postOnce } from '../../../src/simulator/webhook/webhook-post.ts';
import type { Ledger } from './ledger.ts';
import type { Message } from './platform.ts';
import { SECRET } from './subject.ts';

const PARALLEL = 6;
const ANSWER_LIMIT_MS = 10_000;
const PORT_RETRY_MS = 10;

/**
 * Posts messages in parallel, waiting for the port where it is not open yet. Resolves when none is on its way any more.
 * `onAnswer` hears of each 200.
 */
export async function sendMessages({
  messages,
  url,
  ledger,
  signal,
  onAnswer,
}: {
  readonly messages: readonly Message[];
  readonly url: string;
  readonly ledger: Ledger;
  /** Aborted at the kill: messages not sent yet are not sent. */
  readonly signal: AbortSignal;
  readonly onAnswer: () => void;
}): Promise<void> {
  const waiting = [...messages];
  const never = new AbortController().signal;

  const deliver = async (message: Message): Promise<void> => {
    while (!signal.aborted) {
      ledger.noteSent(message);
      const { status, error } = await postOnce({
        url,
        body: message.body,
        secret: SECRET,
        timeoutMs: ANSWER_LIMIT_MS,
        signal: never,
      });
      // The port is open from the start, but answers “try again” until the secret has been read from the keychain.
      const isNotOpen = error === 'ECONNREFUSED' || status === 503;
      if (!isNotOpen) ledger.notePosted();
      if (status === 200) {
        ledger.noteAnswered(message);
        onAnswer();
        return;
      }
      if (status !== null && !isNotOpen)
        ledger.report('refused', `${message.status} of ${message.code}: ${String(status)}`);
      else if (error === 'timeout') ledger.report('refused', `${message.code} got no answer in time`);
      if (!isNotOpen) return;
      // The port opens soon, or not before the next start.
      await sleep(PORT_RETRY_MS);
    }
  };
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !signal.aborted; next = waiting.shift()) {
      await deliver(next);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
}
