/**
 * Waits for `work`, at most `limitMs`. Rejects with a sentence that names `what` was waited for; `extra` adds what is
 * known by then (a log, what was seen instead).
 */
export async function within<T>(
  work: Promise<T>,
  limitMs: number,
  what: string,
  extra: () => string = () => '',
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what}: not within ${limitMs} ms. ${extra()}`.trim()));
    }, limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A list of things that happened, on which several can wait at once. */
export type EventRecord<T> = {
  readonly all: () => readonly T[];
  readonly add: (entry: T) => void;
  /** Returns the first entry, past or future, that `isWanted` accepts. Rejects after `limitMs`, listing what came instead. */
  readonly waitFor: (isWanted: (entry: T) => boolean, limitMs: number, what: string) => Promise<T>;
};

export function createRecord<T>(describe: (entry: T) => string): EventRecord<T> {
  const entries: T[] = [];
  const waiting = new Set<(entry: T) => void>();
  return {
    all: () => [...entries],
    add: (entry) => {
      entries.push(entry);
      for (const listener of waiting) listener(entry);
    },
    waitFor: async (isWanted, limitMs, what) => {
      const past = entries.find(isWanted);
      if (past !== undefined) return past;
      let listener: ((entry: T) => void) | undefined;
      const wanted = new Promise<T>((resolve) => {
        listener = (entry) => {
          if (isWanted(entry)) resolve(entry);
        };
        waiting.add(listener);
      });
      try {
        return await within(
          wanted,
          limitMs,
          what,
          () => `Seen: ${entries.map(describe).join('; ') || 'nothing'}`,
        );
      } finally {
        if (listener !== undefined) waiting.delete(listener);
      }
    },
  };
}
