export type Deadline = {
  /** Resolves with null when the time is over. Never resolves after it was ended. */
  readonly over: Promise<null>;
  readonly isOver: () => boolean;
  readonly end: () => void;
};

/** Starts a time limit of `ms`. */
export function startDeadline(ms: number): Deadline {
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      isOver = true;
      resolve(null);
    }, ms);
  });
  return { over, isOver: () => isOver, end: () => clearTimeout(timer) };
}

/** Settles as `work` does. After `ms` it resolves with null instead, and the result of the work is ignored. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  const deadline = startDeadline(ms);
  try {
    return await Promise.race([work, deadline.over]);
  } finally {
    deadline.end();
  }
}
