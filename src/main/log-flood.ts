/** So many entries of a kind are written at once; later one more a minute. */
const AT_ONCE = 20;
const MINUTE_MS = 60_000;
/** What does not end is told of more and more seldom, at least this often. */
const LONGEST_MS = 16 * MINUTE_MS;
/** More kinds at a time count as one. */
const MAX_KINDS = 300;
const REST = { key: '', beginning: 'Of others' } as const;
const KEY_WORDS = 4;
const KEY_CHARS = 80;

type Kind = { readonly beginning: string; free: number; leftOut: number; everyMs: number; dueAt: number };

/**
 * Returns what says whether an entry is to be written. Entries that begin alike, whatever numbers stand there, are written
 * a few times, and then only their count: who causes one again and again must not push all others out of the log.
 */
export function createFloodGuard(deps: {
  readonly monotonicMs: () => number;
  readonly scheduleIdle: (run: () => void, ms: number) => void;
  /** Writes how many were left out. */
  readonly tell: (text: string) => void;
}): (message: string, beginning: () => string) => boolean {
  const kinds = new Map<string, Kind>();
  let isScheduled = false;

  const look = (): void => {
    isScheduled = false;
    const nowMs = deps.monotonicMs();
    for (const [key, kind] of kinds) {
      if (nowMs < kind.dueAt) continue;
      const { leftOut } = kind;
      kind.leftOut = 0;
      kind.free = Math.min(kind.free + 1, AT_ONCE);
      kind.everyMs = leftOut > 0 ? Math.min(2 * kind.everyMs, LONGEST_MS) : MINUTE_MS;
      kind.dueAt = nowMs + kind.everyMs;
      if (leftOut > 0) deps.tell(`${kind.beginning} … (${String(leftOut)} more like it)`);
      else if (kind.free === AT_ONCE) kinds.delete(key);
    }
    lookLater();
  };
  const lookLater = (): void => {
    if (isScheduled || kinds.size === 0) return;
    isScheduled = true;
    deps.scheduleIdle(look, MINUTE_MS);
  };

  return (message, beginning) => {
    const own = keyOf(message);
    const hasRoom = kinds.has(own) || kinds.size < MAX_KINDS;
    const key = hasRoom ? own : REST.key;
    const kind = kinds.get(key) ?? {
      beginning: hasRoom ? beginning() : REST.beginning,
      free: AT_ONCE,
      leftOut: 0,
      everyMs: MINUTE_MS,
      dueAt: deps.monotonicMs() + MINUTE_MS,
    };
    kinds.set(key, kind);
    lookLater();
    const isFree = kind.free > 0;
    if (isFree) kind.free -= 1;
    else kind.leftOut += 1;
    return isFree;
  };
}

/** Returns how an entry begins. The app chose those words; what others say comes later, and numbers differ. */
function keyOf(message: string): string {
  const words = message.slice(0, KEY_CHARS).split(/\s+/, KEY_WORDS);
  return words.map((word) => (/\d/.test(word) ? '#' : word)).join(' ');
}
