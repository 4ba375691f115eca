import type {
  DeadLetter,
  LetterKey,
  OutboxTarget,
  OutgoingState,
  SendingFailed,
} from '../../../shared/settings/outgoing.ts';
import type { QueuedMessage } from '../orders/types.ts';

/** A message that waits to be sent. */
export type WaitingMessage = QueuedMessage & {
  /** How often it was tried. */
  readonly tries: number;
};

/** What a try did. `gone`: the message has nothing to say any more. `final`: trying again cannot help. */
export type SendOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'gone' }
  | (SendingFailed & {
      readonly kind: 'failed';
      readonly isFinal: boolean;
      /** How long the other side wants to be left alone; null when it did not say. */
      readonly retryAfterMs: number | null;
    });

/** Sends one message, within a time limit of its own. Must not throw. */
export type SendMessage = (message: WaitingMessage) => Promise<SendOutcome>;

export type OutboxStore = {
  readonly add: (messages: readonly QueuedMessage[]) => void;
  /** Returns the next message that is due: in each lane only the oldest one that waits. */
  readonly nextDue: (target: OutboxTarget, now: string) => WaitingMessage | null;
  readonly noteSent: (message: WaitingMessage, at: string) => void;
  readonly noteRetry: (message: WaitingMessage, at: string, dueAt: string, failed: SendingFailed) => void;
  readonly noteDead: (message: WaitingMessage, at: string, failed: SendingFailed) => void;
  /** Takes a message out that has nothing to say any more. */
  readonly drop: (message: WaitingMessage) => void;
  /** Makes everything that waits for this target due now. */
  readonly hurry: (target: OutboxTarget, now: string) => void;
  /** Puts a dead letter back among those that wait. */
  readonly resend: (target: OutboxTarget, id: string, now: string) => void;
  /** A person has seen that these dead letters could not be delivered, and wants to see them no more. */
  readonly dismiss: (letters: readonly LetterKey[]) => void;
  readonly state: (target: OutboxTarget) => OutgoingState;
  readonly deadLetters: () => readonly DeadLetter[];
  /** Messages to the phone since a time, oldest first. */
  readonly phoneMessages: (since: string) => readonly PhoneRow[];
  /** Removes what is older than this time. */
  readonly purge: (before: string) => void;
};

export type PhoneRow = { readonly id: string; readonly body: string; readonly isSent: boolean };
