import fs from 'node:fs';

/**
 * Memory of a process and all its descendants in MB, each page shared by several counted in parts (PSS). Linux only.
 * Source: proc_pid_smaps(5).
 */
export function proportionalMemoryMb(root: number): number {
  const children = new Map<number, number[]>();
  for (const entry of fs.readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    const parent = parentOf(pid);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const all = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(all)];
  return all(root).reduce((sum, pid) => sum + pssKb(pid), 0) / 1024;
}

function parentOf(pid: number): number | null {
  const stat = read(`/proc/${String(pid)}/stat`);
  if (stat === null) return null;
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function pssKb(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${String(pid)}/smaps_rollup`) ?? '')?.[1] ?? 0);
}

function read(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    // It ended meanwhile: it has no memory any more.
    return null;
  }
}
