import type { ApplyOutcome, IncomingOrder, Ingest, OrderChange } from '../orders/types.ts';

type Waiting = {
  readonly order: IncomingOrder;
  readonly resolve: (outcome: ApplyOutcome) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Limits how long one transaction blocks the main process: 256 orders of 4 KB take some 60 milliseconds and share one
 * disk sync.
 */
const MAX_GROUP = 256;
/**
 * Node accepts one connection in each turn of its loop. With a commit in every turn, the last of 32 that call at the same
 * time would wait for 32 commits. So a commit waits while each turn brings another order, but for so many turns at most.
 */
const MAX_TURNS = 64;

/**
 * Applies single orders in groups: all that come in turns which follow each other, until a turn brings none, go into one
 * transaction, so a slow disk costs one sync and not one for each order. The promise is fulfilled after the commit; it is
 * rejected with the store's error. `publish` receives the changes of a group one scheduled moment after the promises are
 * settled, so that the HTTP response is sent first.
 */
export function createGroupCommit({
  receive,
  schedule,
  publish,
  isStoreDown = () => false,
  notStored = () => null,
  maxGroup = MAX_GROUP,
}: {
  /** Stores all of them in one transaction; returns the outcomes in their order. */
  readonly receive: Ingest;
  /** Runs the function soon, never synchronously. */
  readonly schedule: (run: () => void) => void;
  /** Must not throw. */
  readonly publish: (changes: readonly OrderChange[]) => void;
  /** True for an error that no single order caused: the group is then not retried one by one. */
  readonly isStoreDown?: (error: unknown) => boolean;
  /**
   * Returns why the orders just received are not on disk yet; null when they are. Their changes are published all the
   * same, and the promises are rejected with this error.
   */
  readonly notStored?: () => unknown;
  readonly maxGroup?: number;
}): (order: IncomingOrder) => Promise<ApplyOutcome> {
  let waiting: Waiting[] = [];
  /** How many of them the last turn found. */
  let found = 0;
  let turns = 0;

  const runNext = (): void => {
    const isMoreComing = waiting.length > found && waiting.length < maxGroup && turns < MAX_TURNS;
    if (isMoreComing) {
      found = waiting.length;
      turns += 1;
      schedule(runNext);
      return;
    }
    const group = waiting.slice(0, maxGroup);
    waiting = waiting.slice(maxGroup);
    found = waiting.length;
    turns = 0;
    if (waiting.length > 0) schedule(runNext);
    const changes = commit(group, { receive, isStoreDown, notStored });
    if (changes.length > 0) schedule(() => publish(changes));
  };

  return (order) =>
    new Promise((resolve, reject) => {
      waiting.push({ order, resolve, reject });
      if (waiting.length === 1) schedule(runNext);
    });
}

type Commit = {
  readonly receive: Ingest;
  readonly isStoreDown: (error: unknown) => boolean;
  readonly notStored: () => unknown;
};

function commit(group: readonly Waiting[], how: Commit): readonly OrderChange[] {
  let outcomes: readonly ApplyOutcome[];
  try {
    outcomes = how.receive(
      group.map((one) => one.order),
      'webhook',
    );
  } catch (error) {
    if (group.length > 1 && !how.isStoreDown(error)) {
      return group.flatMap((one) => commit([one], how));
    }
    for (const one of group) one.reject(error);
    return [];
  }
  const lack = how.notStored();
  return group.flatMap((one, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined) {
      one.reject(new Error('The store gave fewer answers than it was given orders'));
      return [];
    }
    if (lack === null) one.resolve(outcome);
    else one.reject(lack);
    return outcome.kind === 'changed' ? [outcome.change] : [];
  });
}
