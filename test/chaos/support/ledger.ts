import { keyOf, type Message } from './platform.ts';

/** What a run finds wrong. A loss counts once, however often it is found again. */
export const FINDING_KINDS = [
  'lost-event',
  'missing-alert',
  'rang-twice',
  'wrong-state',
  'damaged-store',
  'refused',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
export type Finding = { readonly kind: FindingKind; readonly text: string; readonly cycle: number };

/** Everything sent and received during a run, kept outside the process that is killed. */
export type Ledger = {
  readonly cycle: () => number;
  readonly beginCycle: () => void;
  /** Called before a message is sent: from then on it may be in the store. */
  readonly noteSent: (message: Message) => void;
  /** Called when a message has reached the receiver, whatever the answer. */
  readonly notePosted: () => void;
  /** Called when its 200 was read: from then on it must be in the store. */
  readonly noteAnswered: (message: Message) => void;
  /** Sent at least once and never answered 200. */
  readonly unanswered: () => readonly Message[];
  readonly answered: () => readonly Message[];
  readonly findSent: (key: Pick<Message, 'orderId' | 'version'>) => Message | null;
  readonly sentOf: (code: string) => readonly Message[];
  readonly counts: () => { readonly posted: number; readonly answers: number };
  /** Alerts that the app was asked to acknowledge, and those that it confirmed. */
  readonly acknowledging: Set<string>;
  readonly acknowledged: Set<string>;
  /** Alerts named in a notification. */
  readonly told: Set<string>;
  readonly report: (kind: FindingKind, text: string) => void;
  readonly findings: () => readonly Finding[];
};

export function createLedger(): Ledger {
  const sent = new Map<string, Message>();
  const answered = new Map<string, Message>();
  const byCode = new Map<string, Message[]>();
  const findings = new Map<string, Finding>();
  const counts = { posted: 0, answers: 0 };
  let cycle = 0;
  return {
    cycle: () => cycle,
    beginCycle: () => {
      cycle += 1;
    },
    noteSent: (message) => {
      if (sent.has(keyOf(message))) return;
      sent.set(keyOf(message), message);
      byCode.set(message.code, [...(byCode.get(message.code) ?? []), message]);
    },
    notePosted: () => {
      counts.posted += 1;
    },
    noteAnswered: (message) => {
      counts.answers += 1;
      answered.set(keyOf(message), message);
    },
    unanswered: () => [...sent].filter(([key]) => !answered.has(key)).map(([, message]) => message),
    answered: () => [...answered.values()],
    findSent: (key) => sent.get(keyOf(key)) ?? null,
    sentOf: (code) => byCode.get(code) ?? [],
    counts: () => ({ ...counts }),
    acknowledging: new Set(),
    acknowledged: new Set(),
    told: new Set(),
    report: (kind, text) => {
      if (!findings.has(text)) findings.set(text, { kind, text, cycle });
    },
    findings: () => [...findings.values()],
  };
}
