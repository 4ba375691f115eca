/** Milliseconds of processor time that `work` takes in this process: what else the computer does is not counted. */
export function processorMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** How many times longer than its processor time a piece of work takes now, because others use the computer too; 1 or more. */
export function slowdown(): number {
  const began = performance.now();
  const spentMs = processorMs(() => {
    while (performance.now() - began < 200) Math.sqrt(began);
  });
  return Math.max(1, (performance.now() - began) / Math.max(1, spentMs));
}
