import fs from 'node:fs';

/**
 * Memory of a process and all its descendants in MB by what they are for, each page shared by several counted in parts
 * (PSS). Linux only. Source: proc_pid_smaps(5).
 */
export function memoryByProcess(root: number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const pid of processTree(root)) {
    const kind = pid === root ? 'main' : kindOf(pid);
    sums.set(kind, (sums.get(kind) ?? 0) + pssKb(pid) / 1024);
  }
  return sums;
}

/** Returns a process and all its descendants. */
export function processTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const entry of fs.readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    const parent = parentOf(pid);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const all = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(all)];
  return all(root);
}

function kindOf(pid: number): string {
  const line = readProc(pid, 'cmdline') ?? '';
  const type = /--type=([\w-]+)/.exec(line)?.[1];
  const service = /--utility-sub-type=(\w+)/.exec(line)?.[1];
  if (type === 'utility' && service !== undefined) return service;
  // The watcher is a whole program of its own, with helpers that are counted by their kind.
  return type ?? (line === '' ? 'ended' : 'other program');
}

function parentOf(pid: number): number | null {
  const stat = readProc(pid, 'stat');
  if (stat === null) return null;
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function pssKb(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readProc(pid, 'smaps_rollup') ?? '')?.[1] ?? 0);
}

/** Returns a file of a process in /proc; null when it has ended meanwhile. */
export function readProc(pid: number, file: string): string | null {
  try {
    return fs.readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch {
    return null;
  }
}
