import fs from 'node:fs';

/**
 * Returns how many times longer than alone on the computer a process took for what it did since then: the time for which it
 * waited for a processor counts for nothing it did. 1 on a computer that nobody else uses. Linux only.
 */
export function watchStretch(pid: number): () => number {
  const [ran, waited] = read(pid);
  return () => {
    const [ranNow, waitedNow] = read(pid);
    return 1 + (waitedNow - waited) / Math.max(1, ranNow - ran);
  };
}

/** Nanoseconds on a processor, and waiting for one, of the main thread. Source: Linux, sched-stats, "/proc/<pid>/schedstat". */
function read(pid: number): readonly [ran: number, waited: number] {
  const [ran = 0, waited = 0] = fs
    .readFileSync(`/proc/${String(pid)}/schedstat`, 'utf8')
    .split(' ')
    .map(Number);
  return [ran, waited];
}
