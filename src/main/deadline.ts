export type Deadline = {
  /** Resolves with null when the time is over; never once it was ended. */
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

/** Ends as `work` does, at the latest after `ms`: then it resolves with null, and what becomes of the work is dropped. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  const deadline = startDeadline(ms);
  try {
    return await Promise.race([work, deadline.over]);
  } finally {
    deadline.end();
  }
}
