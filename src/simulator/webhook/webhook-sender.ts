import { assertNever } from '../../shared/result.ts';
import { preciseNow, postOnce } from './webhook-post.ts';
import type { Switches } from '../api/switches.ts';
import type { WebhookTry } from './webhook-post.ts';

export type WebhookTarget = { readonly url: string; readonly secret: string };

export type WebhookMessage = {
  readonly orderId: string | null;
  readonly code: string | null;
  readonly status: string | null;
  readonly body: string;
};

/** Options of one message that override the switches. */
export type SendOptions = {
  readonly url?: string;
  /** null sends no `Authorization`. */
  readonly secret?: string | null;
  readonly maxTries?: number;
  readonly pausesMs?: readonly number[];
  readonly copies?: number;
  /** On the first try the sender closes before the response, as after its timeout. */
  readonly hangUpFirst?: boolean;
};

type DeliveryState = 'held' | 'sending' | 'waiting' | 'delivered' | 'failed' | 'dropped';

/** One message and its outcome. */
export type WebhookDelivery = {
  readonly number: number;
  readonly orderId: string | null;
  readonly code: string | null;
  readonly orderStatus: string | null;
  readonly url: string;
  readonly bytes: number;
  readonly queuedAt: number;
  readonly state: DeliveryState;
  readonly tries: readonly WebhookTry[];
};

export type WebhookSender = {
  readonly target: () => WebhookTarget | null;
  readonly setTarget: (target: WebhookTarget | null) => void;
  /** Sends as the switches say (drop, hold back, copies). Resolves when every copy has an outcome. */
  readonly announce: (message: WebhookMessage) => Promise<readonly WebhookDelivery[]>;
  /** Sends now, regardless of the switches; resolves when it was delivered or given up. null: there is no target. */
  readonly send: (message: WebhookMessage, options?: SendOptions) => Promise<WebhookDelivery | null>;
  /** Sends the messages that were held back, out of order. */
  readonly release: () => void;
  /** Resolves when nothing is being sent or waits for a retry. Messages held back do not count. */
  readonly idle: () => Promise<void>;
  /** Oldest first, at most the last 1,000. */
  readonly log: readonly WebhookDelivery[];
  readonly stop: () => Promise<void>;
};

const LOG_SIZE = 1000;
const WRONG_SECRET = 'no-es-el-secreto';

/** Sends orders to the shop's webhook. Source: docs/partner-api.md, "Webhook". */
export function createWebhookSender(deps: {
  readonly switches: () => Switches;
  readonly target: WebhookTarget | null;
  readonly onChange: () => void;
}): WebhookSender {
  let target = deps.target;
  let log: readonly WebhookDelivery[] = [];
  let nextNumber = 1;
  let announced = 0;
  let held: (() => Promise<unknown>) | null = null;
  const busy = new Set<Promise<unknown>>();
  const firstTries = new Map<string, Promise<unknown>>();
  const stopping = new AbortController();

  const record = (delivery: WebhookDelivery): WebhookDelivery => {
    const index = log.findIndex((one) => one.number === delivery.number);
    log = index === -1 ? [...log, delivery].slice(-LOG_SIZE) : log.with(index, delivery);
    deps.onChange();
    return delivery;
  };

  const open = (message: WebhookMessage, url: string, state: DeliveryState): WebhookDelivery =>
    record({
      number: nextNumber++,
      orderId: message.orderId,
      code: message.code,
      orderStatus: message.status,
      url,
      bytes: Buffer.byteLength(message.body),
      queuedAt: preciseNow(),
      state,
      tries: [],
    });

  const track = <T>(work: Promise<T>): Promise<T> => {
    busy.add(work);
    void work.finally(() => busy.delete(work));
    return work;
  };

  // First tries of one order are sent one after the other; retries do not delay later messages.
  const inTurn = async (orderId: string | null, firstTry: () => Promise<WebhookTry>): Promise<WebhookTry> => {
    if (orderId === null) return firstTry();
    const turn = (firstTries.get(orderId) ?? Promise.resolve()).then(firstTry);
    firstTries.set(orderId, turn);
    const result = await turn;
    if (firstTries.get(orderId) === turn) firstTries.delete(orderId);
    return result;
  };

  const run = async (
    message: WebhookMessage,
    opened: WebhookDelivery,
    options: SendOptions,
  ): Promise<WebhookDelivery> => {
    const switches = deps.switches();
    const secret = options.secret === undefined ? secretToSend(switches, target) : options.secret;
    const pauses = options.pausesMs ?? switches.webhookPausesMs;
    const maxTries = options.maxTries ?? switches.webhookMaxTries;
    if (switches.webhookDelayMs > 0) await pause(switches.webhookDelayMs, stopping.signal);
    let delivery = record({ ...opened, state: 'sending' });
    for (let attempt = 1; !stopping.signal.aborted; attempt++) {
      const post = (): Promise<WebhookTry> =>
        postOnce({
          url: delivery.url,
          body: message.body,
          secret,
          timeoutMs: deps.switches().webhookTimeoutMs,
          hangUp: options.hangUpFirst === true && attempt === 1,
          signal: stopping.signal,
        });
      const result = attempt === 1 ? await inTurn(message.orderId, post) : await post();
      const tries = [...delivery.tries, result];
      if (isSuccess(result)) return record({ ...delivery, tries, state: 'delivered' });
      const more = attempt < maxTries && isRetried(result, deps.switches());
      if (!more) return record({ ...delivery, tries, state: 'failed' });
      delivery = record({ ...delivery, tries, state: 'waiting' });
      await pause(pauses[Math.min(attempt, pauses.length) - 1] ?? 0, stopping.signal);
    }
    return record({ ...delivery, state: 'failed' });
  };

  const isDropped = (switches: Switches): boolean => {
    announced++;
    const every = { none: 0, 'every-third': 3, 'every-second': 2, all: 1 }[switches.webhookDrop];
    return every > 0 && announced % every === 0;
  };

  const release = (): void => {
    const sendHeld = held;
    held = null;
    if (sendHeld !== null) void track(sendHeld());
  };

  const announce = async (message: WebhookMessage): Promise<readonly WebhookDelivery[]> => {
    const to = target;
    if (to === null) return [];
    const switches = deps.switches();
    if (isDropped(switches)) return [open(message, to.url, 'dropped')];
    const copies = Array.from({ length: switches.webhookCopies }, () => open(message, to.url, 'held'));
    const sendAll = (): Promise<readonly WebhookDelivery[]> =>
      Promise.all(copies.map((copy) => run(message, copy, {})));
    if (switches.webhookReorder && held === null) {
      held = sendAll;
      return copies;
    }
    const settled = await sendAll();
    release();
    return settled;
  };

  return {
    target: () => target,
    setTarget: (next) => {
      target = next;
      deps.onChange();
    },
    announce: (message) => track(announce(message)),
    send: async (message, options = {}) => {
      const url = options.url ?? target?.url;
      if (url === undefined) return null;
      const copies = Array.from({ length: options.copies ?? 1 }, () => open(message, url, 'sending'));
      const settled = await track(Promise.all(copies.map((copy) => run(message, copy, options))));
      return settled.at(-1) ?? null;
    },
    release,
    idle: async () => {
      while (busy.size > 0) await Promise.allSettled(busy);
    },
    get log() {
      return log;
    },
    stop: async () => {
      stopping.abort();
      held = null;
      await Promise.allSettled(busy);
    },
  };
}

function secretToSend(switches: Switches, target: WebhookTarget | null): string | null {
  switch (switches.webhookSecret) {
    case 'right':
      return target?.secret ?? null;
    case 'wrong':
      return WRONG_SECRET;
    case 'missing':
      return null;
    default:
      return assertNever(switches.webhookSecret);
  }
}

function isSuccess(result: WebhookTry): boolean {
  return result.status !== null && result.status >= 200 && result.status < 300;
}

function isRetried(result: WebhookTry, switches: Switches): boolean {
  const isClientError = result.status !== null && result.status >= 400 && result.status < 500;
  return !isClientError || switches.webhookRetries4xx;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted || ms <= 0) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
