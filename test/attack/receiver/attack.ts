import { createRandom } from '../../../src/simulator/orders/random.ts';
import { growthOf } from '../../steady.ts';
import { findFault, mustBeStored } from './judge.ts';
import { createAttempt, plainAttempt, type Attempt } from './requests.ts';
import { startTarget } from './target.ts';
import type { TargetState } from './target-process.ts';
import { createWire } from './wire.ts';

export type AttackReport = {
  readonly attempts: number;
  /** How many answers of each status there were. */
  readonly statuses: Readonly<Record<string, number>>;
  /** How many orders were answered 200 and had to be found, and how many were found. */
  readonly promised: number;
  readonly kept: number;
  readonly orders: number;
  readonly findings: readonly string[];
  readonly growth: Readonly<Record<'heapMb' | 'files' | 'resources', number>>;
};

const SENDERS = 64;
const MAX_FINDINGS = 30;
/** A connection or two may be on its way out when they are counted. */
const FILES_LIMIT = 5;
/** What V8 keeps by the way; a leak of a hundred bytes in each attempt of a long run is more. */
const HEAP_LIMIT_MB = 6;

/** Attacks a new receiver so many times, and judges each answer, and after each batch what was kept and what grew. */
export async function attackReceiver(options: {
  readonly attempts: number;
  readonly seed: number;
  readonly batch: number;
  /** Called once for each thing found. */
  readonly onFinding?: (what: string) => void;
  readonly onBatch?: (done: number, findings: number) => void;
}): Promise<AttackReport> {
  const target = await startTarget();
  const wires = Array.from({ length: SENDERS }, (_, sender) => createWire(target.port, sender));
  const findings = new Map<string, number>();
  const statuses: Record<string, number> = {};
  const states: TargetState[] = [];
  let [next, promised, kept, orders] = [0, 0, 0, 0];

  const report = (what: string): void => {
    if (!findings.has(what)) options.onFinding?.(what);
    if (findings.has(what) || findings.size < MAX_FINDINGS) findings.set(what, (findings.get(what) ?? 0) + 1);
  };
  const attack = async (
    wire: (typeof wires)[number],
    attempt: Attempt,
    mustFind: string[],
  ): Promise<void> => {
    const heard = await wire.exchange(attempt);
    for (const status of heard.statuses) statuses[status] = (statuses[status] ?? 0) + 1;
    const fault = findFault(attempt, heard);
    if (fault !== null) report(`${attempt.id} (${attempt.what}): ${fault}`);
    if (mustBeStored(attempt, heard)) mustFind.push(attempt.id);
  };
  const runBatch = async (until: number): Promise<void> => {
    const mustFind: string[] = [];
    await Promise.all(
      wires.map(async (wire) => {
        while (next < until && !target.hasEnded()) {
          const number = next++;
          await attack(wire, attemptOf(options.seed, number), mustFind);
        }
      }),
    );
    if (target.hasEnded()) return report(`The receiver ended before attempt ${String(next)}`);
    // A new sender with an ordinary order is still let in.
    const caller = createWire(target.port, SENDERS);
    await attack(caller, plainAttempt(createRandom(until), `${String(options.seed)}-after`, until), mustFind);
    caller.close();
    for (const wire of wires) wire.close();
    const lost = target.missing(mustFind);
    for (const id of lost) report(`${id}: answered 200, and not stored`);
    promised += mustFind.length;
    kept += mustFind.length - lost.length;
    states.push(await target.state());
  };

  try {
    while (next < options.attempts && !target.hasEnded()) {
      await runBatch(Math.min(options.attempts, next + options.batch));
      options.onBatch?.(next, findings.size);
    }
    if (!target.hasEnded()) {
      const stored = target.stored();
      orders = stored.orders;
      if (stored.strangers > 0) report(`${String(stored.strangers)} orders of strangers are stored`);
    }
  } finally {
    for (const wire of wires) wire.close();
    await target.stop();
  }
  for (const error of states.at(-1)?.errors ?? []) report(`It said: ${error}`);
  const growth = {
    heapMb: growthOf(states.map(({ heapMb }) => heapMb)).grew,
    files: growthOf(states.map(({ files }) => files)).grew,
    resources: growthOf(states.map(({ resources }) => resources)).grew,
  };
  if (growth.heapMb > HEAP_LIMIT_MB) report(`Its heap grew by ${growth.heapMb.toFixed(1)} MB`);
  if (growth.files > FILES_LIMIT) report(`Its open files grew by ${growth.files.toFixed(0)}`);
  if (growth.resources > FILES_LIMIT) report(`What it waits for grew by ${growth.resources.toFixed(0)}`);
  const all = [...findings].map(([what, count]) => `${what} (${String(count)} times)`);
  return { attempts: next, statuses, promised, kept, orders, findings: all, growth };
}

/** The same attempt for the same seed and number, whichever sender it is left to. */
export function attemptOf(seed: number, number: number): Attempt {
  return createAttempt(createRandom(seed * 1_000_003 + number), String(seed), number);
}
