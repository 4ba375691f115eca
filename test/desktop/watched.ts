import { within } from './within.ts';

/** Something that changes from outside, on which several can wait at once. */
export type Watched = {
  /** It may have changed. */
  readonly announce: () => void;
  /** Reads again after every change until the value is the wanted one. Rejects after `limitMs` with what was read last. */
  readonly until: <T>(
    read: () => Promise<T>,
    isWanted: (value: T) => boolean,
    limitMs: number,
    what: string,
  ) => Promise<T>;
};

export function createWatched(): Watched {
  const changed = new Set<() => void>();
  return {
    announce: () => {
      for (const listener of changed) listener();
    },
    until: async (read, isWanted, limitMs, what) => {
      let last: Awaited<ReturnType<typeof read>> | undefined;
      let wake = (): void => undefined;
      const listener = (): void => wake();
      changed.add(listener);
      let stopped = false;
      const search = async () => {
        for (;;) {
          const next = new Promise<void>((resolve) => {
            wake = resolve;
          });
          const value = await read();
          last = value;
          if (stopped || isWanted(value)) return value;
          await next;
        }
      };
      try {
        return await within(
          search(),
          limitMs,
          what,
          () => `Last seen: ${JSON.stringify(last)?.slice(0, 500)}`,
        );
      } finally {
        stopped = true;
        changed.delete(listener);
      }
    },
  };
}
