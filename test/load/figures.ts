import fs from 'node:fs';
import path from 'node:path';
import { processTree, readProc } from '../bench/process-memory.ts';
import { growthOf } from '../steady.ts';

/** What may grow while an app works for hours. */
export type Figures = {
  /** Memory that main has written to and shares with nobody, and the same with all its helpers. Source: proc_pid_smaps(5). */
  readonly mainMb: number;
  readonly allMb: number;
  /** Open files and sockets of main. */
  readonly files: number;
  readonly walMb: number;
  readonly logMb: number;
  /** Entries of the temporary folder and of the profile. */
  readonly temporary: number;
};

/** How much each may grow after the warm-up: a share of what it was, or this much, whichever is more. */
const LIMITS: Readonly<
  Record<Exclude<keyof Figures, 'logMb'>, { readonly share: number; readonly least: number }>
> = {
  mainMb: { share: 0.1, least: 12 },
  allMb: { share: 0.1, least: 30 },
  files: { share: 0.05, least: 6 },
  walMb: { share: 0.25, least: 4 },
  temporary: { share: 0, least: 2 },
};
/** The log grows to 2 MiB and starts anew, with the one before beside it. */
const MOST_LOG_MB = 4.2;

export function readFigures(pid: number, profileDir: string, tempDir: string): Figures {
  return {
    mainMb: ownMb(pid),
    allMb: processTree(pid).reduce((sum, one) => sum + ownMb(one), 0),
    files: entries(`/proc/${String(pid)}/fd`).length,
    walMb: sizeMb(path.join(profileDir, 'orders.db-wal')),
    logMb: entries(path.join(profileDir, 'logs')).reduce(
      (sum, name) => sum + sizeMb(path.join(profileDir, 'logs', name)),
      0,
    ),
    // Those of the profile too: what is written anew is first written beside.
    temporary: entries(tempDir).length + entries(profileDir).length,
  };
}

export type Grown = {
  readonly of: string;
  readonly before: number;
  readonly grew: number;
  readonly limit: number;
};

/** Returns what each figure grew by along the Theil–Sen line through its samples, without the first third of them. */
export function judgeGrowth(samples: readonly Figures[]): readonly Grown[] {
  const grown = Object.entries(LIMITS).map(([of, { share, least }]) => {
    const values = samples.map((sample) => Object.entries(sample).find(([name]) => name === of)?.[1] ?? 0);
    const { before, grew } = growthOf(values);
    return { of, before, grew, limit: Math.max(least, share * before) };
  });
  const log = {
    of: 'logMb',
    before: 0,
    grew: Math.max(...samples.map(({ logMb }) => logMb)),
    limit: MOST_LOG_MB,
  };
  return [...grown, log];
}

function entries(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    // It has ended, or is not there yet.
    return [];
  }
}

// Not PSS: that changes whenever another program of the same kind starts or ends.
function ownMb(pid: number): number {
  return Number(/^Private_Dirty:\s+(\d+)/m.exec(readProc(pid, 'smaps_rollup') ?? '')?.[1] ?? 0) / 1024;
}

function sizeMb(file: string): number {
  try {
    return fs.statSync(file).size / 2 ** 20;
  } catch {
    return 0;
  }
}
