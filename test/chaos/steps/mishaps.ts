import type { Random } from '../../../src/simulator/orders/random.ts';
import { BEGIN } from './profile-files.ts';

/** System calls that change a file or a folder, or make a change last. */
const CHANGES = [
  'pwrite64',
  'write',
  'ftruncate',
  'fallocate',
  'copy_file_range',
  'rename',
  'unlink',
  'rmdir',
  'mkdir',
  'fchmod',
  'chmod',
] as const;
const SYNCS = ['fsync', 'fdatasync'] as const;
/** What is sent to a printer or to another server. */
const SENDS = ['connect', 'writev', 'sendto', 'shutdown'] as const;
export const CALLS: readonly string[] = [...CHANGES, ...SYNCS, ...SENDS];
/** Not `write`: Node writes so to its own threads too, and aborts when it cannot. */
const GROWS = ['pwrite64', 'fallocate', 'copy_file_range', 'mkdir'] as const;
const HELD_FOR = 3;

/** What happens at a step: the process is killed, or the disk refuses from then on, or a few times. */
const MISHAPS = ['kill', 'full', 'read-only', 'failing', 'full for a moment'] as const;
export type Mishap = (typeof MISHAPS)[number];

export type ChooseMishaps = (random: Random) => readonly Mishap[];

export const everyMishap: ChooseMishaps = () => MISHAPS;
/** A kill, and one of the ways in which a disk refuses. */
export const killAndAnother: ChooseMishaps = (random) => [
  'kill',
  random.pick(['full', 'read-only', 'failing', 'full for a moment']),
];

const REFUSALS: Readonly<Record<Exclude<Mishap, 'kill'>, { error: string; calls: readonly string[] }>> = {
  full: { error: 'ENOSPC', calls: GROWS },
  'full for a moment': { error: 'ENOSPC', calls: GROWS },
  'read-only': { error: 'EROFS', calls: CHANGES.filter((call) => call !== 'write') },
  failing: { error: 'EIO', calls: [...GROWS, ...SYNCS] },
};

/** One system call of the work: the so-many-th of its name since the process began. */
export type Step = { readonly call: string; readonly count: number; readonly text: string };

export type At = { readonly mishap: Mishap; readonly step: Step; readonly whole: Traced };

export type Traced = {
  /** The calls on files of the profile since the work began, in order. */
  readonly steps: readonly Step[];
  /** How often the process made each call in all. */
  readonly totals: ReadonlyMap<string, number>;
  readonly ended: 'done' | 'refused' | 'killed';
  /** The kill or the refusals fell into the work, on files of the profile. */
  readonly isHit: boolean;
};

/** Returns the steps at which a mishap can happen: a disk refuses only what it is asked. */
export function stepsFor(mishap: Mishap, steps: readonly Step[]): readonly Step[] {
  if (mishap === 'kill') return steps;
  const { calls } = REFUSALS[mishap];
  return steps.slice(0, steps.findLastIndex(({ call }) => calls.includes(call)) + 1);
}

/** Returns whether the call only makes earlier ones last. */
export function isSync({ call }: Step): boolean {
  return SYNCS.some((name) => name === call);
}

/** Returns strace's words for a mishap. It counts each call by itself. */
export function injected({ mishap, step, whole }: At): readonly string[] {
  if (mishap === 'kill') return [`${step.call}:signal=SIGKILL:when=${String(step.count)}`];
  const { error, calls } = REFUSALS[mishap];
  const later = whole.steps.slice(whole.steps.indexOf(step));
  return calls.map((call) => {
    const own = later.filter((one) => one.call === call).map(({ count }) => count);
    // A call that the work does not make while all goes well may be made to clean up.
    const from = own[0] ?? (whole.totals.get(call) ?? 0) + 1;
    const until = mishap === 'full for a moment' ? `..${String(from + HELD_FOR - 1)}` : '+';
    return `${call}:error=${error}:when=${String(from)}${until}`;
  });
}

/** Reads the output of strace: calls on files in `folder`, and on connections. */
export function readTrace(
  trace: string,
  folder: string,
): Omit<Traced, 'ended' | 'isHit'> & {
  readonly isRefused: boolean;
  readonly isLastKilled: boolean;
} {
  const counts = new Map<string, number>();
  const totals = new Map<string, number>();
  const underWay = new Set<string>();
  const steps: Step[] = [];
  let isBegun = false;
  let isRefused = false;
  let isLastKilled = false;
  for (const line of trace.split('\n')) {
    const {
      thread = '',
      resumed = '',
      call = '',
    } = /^(?<thread>\d*) *(?:<\.\.\. (?<resumed>\w+) resumed|(?<call>\w+)\()/.exec(line)?.groups ?? {};
    if (call === 'access') isBegun ||= line.includes(BEGIN);
    // Another thread came in between.
    if (resumed !== '' && underWay.delete(thread)) isRefused ||= line.endsWith('(INJECTED)');
    if (!CALLS.includes(call)) continue;
    const key = `${thread} ${call}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    totals.set(call, Math.max(count, totals.get(call) ?? 0));
    if (!isBegun || !(line.includes(folder) || line.includes('<TCP'))) continue;
    steps.push({ call, count, text: line.replaceAll(folder, '') });
    if (line.endsWith('<unfinished ...>')) underWay.add(thread);
    isRefused ||= line.endsWith('(INJECTED)');
    isLastKilled = line.endsWith('= ?') || line.endsWith('<unfinished ...>');
  }
  return { steps, totals, isRefused, isLastKilled };
}
