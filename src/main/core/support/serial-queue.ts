/** Runs tasks one after the other. */
export type SerialQueue = {
  /** Runs a task after all earlier ones, whether they failed or not. Settles as the task does. */
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  /** Resolves when all tasks given so far have ended. */
  readonly idle: () => Promise<void>;
};

export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (task) => {
      const done = last.then(task);
      last = done.catch(() => undefined);
      return done;
    },
    idle: async () => void (await last),
  };
}
