import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../src/simulator/orders/random.ts';
import { within } from '../../desktop/within.ts';
import { judgeBlindStart, judgeLive, judgeStart } from './judge-notices.ts';
import { judgeStore, type StoreVerdict } from './judge-store.ts';
import { createLedger, type Finding, type Ledger } from './ledger.ts';
import { createPlatform, cycleRandom, type Message, type Platform } from './platform.ts';
import { sendMessages } from './send-messages.ts';
import { isOpen, readStoredFacts, type StoredAlertFacts } from './stored-facts.ts';
import type { Life, Subject } from './subject.ts';

const LIMIT_MS = 20_000;
const POLL_MS = 5;
/** How many alerts stay unseen at a start: with few the app shows toasts, with many a digest. */
const LEFT_UNSEEN = [0, 0, 1, 4, 12] as const;
const LONGEST_LIFE_MS = 400;
const LONGEST_PAUSE_MS = 60;

export type KillSummary = StoreVerdict & {
  readonly subject: string;
  readonly seed: number;
  /** How often it was killed and started again. */
  readonly cycles: number;
  /** Requests that reached the receiver, and 200s that came back. */
  readonly posted: number;
  readonly answers: number;
  /** Alerts that were acknowledged, and those that the process confirmed. */
  readonly acknowledged: number;
  readonly seconds: number;
  readonly findings: readonly Finding[];
};

type Run = { readonly subject: Subject; readonly ledger: Ledger; readonly platform: Platform };

/**
 * Kills a subject `cycles` times at random moments while messages arrive and alerts are acknowledged, and judges after
 * each start what is there and what it tells. Before the last kill everything arrives and is acknowledged: the start
 * after it has to be silent.
 */
export async function runKillCycles({
  subject,
  cycles,
  seed,
  onCycle,
}: {
  readonly subject: Subject;
  readonly cycles: number;
  readonly seed: number;
  readonly onCycle?: (cycle: number, findings: readonly Finding[]) => void;
}): Promise<KillSummary> {
  const startedAt = performance.now();
  const ledger = createLedger();
  const run: Run = { subject, ledger, platform: createPlatform(seed) };
  // The last cycle is the one that ends in silence.
  while (ledger.cycle() < cycles - 1) {
    ledger.beginCycle();
    const random = cycleRandom(seed, ledger.cycle());
    await (random.chance(0.15) ? killAtStart(run, random) : killAtWork(run, random));
    onCycle?.(ledger.cycle(), ledger.findings());
  }
  ledger.beginCycle();
  const verdict = await endInSilence(run, cycleRandom(seed, cycles));
  onCycle?.(ledger.cycle(), ledger.findings());
  return {
    ...verdict,
    ...ledger.counts(),
    subject: subject.name,
    seed,
    cycles: ledger.cycle(),
    acknowledged: ledger.acknowledged.size,
    seconds: (performance.now() - startedAt) / 1000,
    findings: ledger.findings(),
  };
}

/** Kills it during its start, while messages already arrive. */
async function killAtStart({ subject, ledger, platform }: Run, random: Random): Promise<void> {
  const messages = toSend(platform, ledger, random);
  const life = await subject.start('at-once');
  const killed = new AbortController();
  const load = sendMessages({
    messages,
    url: subject.webhookUrl,
    ledger,
    signal: killed.signal,
    onAnswer: () => undefined,
  });
  await sleep(random.next() * subject.startMs * 1.3);
  killed.abort();
  await life.kill();
  await load;
  const [first] = life.notices();
  if (first !== undefined) judgeBlindStart(first, ledger);
  hear(life, 1, ledger);
}

/** Starts it, judges it, and kills it while messages arrive and alerts are acknowledged. */
async function killAtWork(run: Run, random: Random): Promise<void> {
  const { subject, ledger, platform } = run;
  const life = await subject.start('ready');
  const { open, heard } = await judgeLifeStart(life, run);
  const seen = idsOf(open).slice(random.pick(LEFT_UNSEEN));
  if (seen.length > 0) await acknowledgeForSure(life, run, seen);

  const messages = toSend(platform, ledger, random);
  const killed = new AbortController();
  const { promise: enough, resolve: onEnough } = Promise.withResolvers<void>();
  const isCounted = random.chance(0.6);
  let left = isCounted ? random.between(1, messages.length) : Number.POSITIVE_INFINITY;
  const load = sendMessages({
    messages,
    url: subject.webhookUrl,
    ledger,
    signal: killed.signal,
    onAnswer: () => {
      left -= 1;
      if (left <= 0) onEnough();
    },
  });
  const staff = acknowledgeSome(life, heard, run, random, killed.signal);
  // So much time, or so many answers; where repeats were left out those may never be that many.
  await Promise.race([enough, sleep(isCounted ? LONGEST_LIFE_MS * 3 : random.next() * LONGEST_LIFE_MS)]);
  killed.abort();
  await life.kill();
  await load;
  hear(life, await staff, ledger);
}

/** Sends the rest and acknowledges everything; after one more kill only new alerts may be shown. */
async function endInSilence(run: Run, random: Random): Promise<StoreVerdict> {
  const { subject, ledger, platform } = run;
  const life = await subject.start('ready');
  const { heard } = await judgeLifeStart(life, run);
  await sendAll(run, [...ledger.unanswered(), ...platform.next(random, ledger.answered())]);
  await sendAll(run, platform.next(random, ledger.answered()));
  const open = [...readStoredFacts(subject.ordersFile).alerts.values()].filter(isOpen);
  if (open.length > 0) await acknowledgeForSure(life, run, idsOf(open));
  await life.kill();
  hear(life, heard, ledger);

  const last = await subject.start('ready');
  const { open: stillOpen, heard: heardLast } = await judgeLifeStart(last, run);
  for (const { kind, code } of stillOpen) {
    ledger.report('rang-twice', `${kind} of ${code} is open after everything was acknowledged`);
  }
  // Notifications keep their order, so that of a new alert must be the first.
  const isNews = ({ status }: Message): boolean => status === 'READY_FOR_PICKUP';
  const news = platform.next(random, []).filter(isNews).slice(0, 1);
  await sendAll(run, news);
  await untilNotices(last, news.length, 'The news after the silence');
  const verdict = judgeStore(readStoredFacts(subject.ordersFile), ledger);
  await last.kill();
  hear(last, heardLast, ledger);
  return verdict;
}

async function sendAll({ subject, ledger }: Run, messages: readonly Message[]): Promise<void> {
  const { signal } = new AbortController();
  await sendMessages({ messages, url: subject.webhookUrl, ledger, signal, onAnswer: () => undefined });
}

/** Judges the store after the kill, the start's notifications and the ring; returns open alerts and notices read. */
async function judgeLifeStart(
  life: Life,
  { subject, ledger }: Run,
): Promise<{ readonly open: readonly StoredAlertFacts[]; readonly heard: number }> {
  const facts = readStoredFacts(subject.ordersFile);
  judgeStore(facts, ledger);
  const open = [...facts.alerts.values()].filter(isOpen);
  if (open.length > 0) await untilNotices(life, 1, 'What the start has to tell');
  const { alertIds, isSounding } = await life.ringing(open.length);
  for (const { id, kind, code } of open) {
    if (!alertIds.includes(id))
      ledger.report('missing-alert', `${kind} of ${code} is open and does not ring`);
  }
  for (const id of alertIds) {
    if (!open.some((alert) => alert.id === id)) ledger.report('rang-twice', `${id} rings and is not open`);
  }
  if (isSounding !== null && isSounding !== open.length > 0) {
    ledger.report(
      isSounding ? 'rang-twice' : 'missing-alert',
      `With ${String(open.length)} open alerts it ${isSounding ? 'sounds' : 'is silent'}`,
    );
  }
  const [first] = open.length > 0 ? life.notices() : [];
  if (first !== undefined) judgeStart(first, open, ledger);
  return { open, heard: hear(life, first === undefined ? 0 : 1, ledger) };
}

/** Judges the notices after the first `heard`; returns how many there are now. */
function hear(life: Life, heard: number, ledger: Ledger): number {
  const notices = life.notices();
  for (const notice of notices.slice(heard)) judgeLive(notice, ledger);
  return Math.max(heard, notices.length);
}

/** Returns new messages, and most of those without an answer: the platform tries again, but not for ever. */
function toSend(platform: Platform, ledger: Ledger, random: Random): readonly Message[] {
  const retries = ledger.unanswered().filter(() => random.chance(0.8));
  return [...retries, ...platform.next(random, ledger.answered())];
}

async function acknowledgeForSure(
  life: Life,
  { ledger, subject }: Run,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) ledger.acknowledging.add(id);
  if (!(await life.acknowledge(ids))) throw new Error(`The ${subject.name} ended by itself`);
  for (const id of ids) ledger.acknowledged.add(id);
}

/** Acknowledges some of the alerts shown, until the kill; returns how many notices were judged. */
async function acknowledgeSome(
  life: Life,
  heardBefore: number,
  { ledger }: Run,
  random: Random,
  signal: AbortSignal,
): Promise<number> {
  let heard = heardBefore;
  while (!signal.aborted) {
    await sleep(random.next() * LONGEST_PAUSE_MS);
    if (signal.aborted) break;
    heard = hear(life, heard, ledger);
    const seen = [...ledger.told].filter((id) => !ledger.acknowledged.has(id) && random.chance(0.2));
    if (seen.length === 0) continue;
    for (const id of seen) ledger.acknowledging.add(id);
    if (!(await life.acknowledge(seen))) break;
    for (const id of seen) ledger.acknowledged.add(id);
  }
  return heard;
}

function idsOf(alerts: readonly StoredAlertFacts[]): readonly string[] {
  return alerts.map(({ id }) => id);
}

function untilNotices(life: Life, count: number, what: string): Promise<void> {
  const wait = async (): Promise<void> => {
    while (life.notices().length < count) await sleep(POLL_MS);
  };
  return within(wait(), LIMIT_MS, what);
}
