/**
 * So many entries are written at once whose first so many words are the same, and half of it in each later minute: more than
 * the busiest hour of a shop makes. While some are left out, a twentieth. The first two words are always the app's own: who
 * makes the others up gets no more than that.
 */
const LEVELS = [
  { words: 2, atOnce: 100 },
  { words: 4, atOnce: 20 },
] as const;
const [CALM_PART, FLOOD_PART] = [2, 20];
const MINUTE_MS = 60_000;
/** What does not end is told of more and more seldom, at least this often. */
const LONGEST_MS = 16 * MINUTE_MS;
/** More kinds at a time count as one. */
const MAX_KINDS = 300;
const REST = { key: '', beginning: 'Of others' } as const;
const KEY_CHARS = 80;

type Kind = {
  readonly beginning: string;
  readonly atOnce: number;
  free: number;
  leftOut: number;
  everyMs: number;
  dueAt: number;
};

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
      const part = leftOut > 0 ? FLOOD_PART : CALM_PART;
      kind.free = Math.min(kind.free + kind.atOnce / part, kind.atOnce);
      kind.everyMs = leftOut > 0 ? Math.min(2 * kind.everyMs, LONGEST_MS) : MINUTE_MS;
      kind.dueAt = nowMs + kind.everyMs;
      if (leftOut > 0) deps.tell(`${kind.beginning} … (${String(leftOut)} more like it)`);
      else if (kind.free === kind.atOnce) kinds.delete(key);
    }
    lookLater();
  };
  const lookLater = (): void => {
    if (isScheduled || kinds.size === 0) return;
    isScheduled = true;
    deps.scheduleIdle(look, MINUTE_MS);
  };

  const kindOf = (own: string, atOnce: number, beginning: () => string): Kind => {
    const hasRoom = kinds.has(own) || kinds.size < MAX_KINDS;
    const key = hasRoom ? own : REST.key;
    const kind = kinds.get(key) ?? {
      beginning: hasRoom ? beginning() : REST.beginning,
      atOnce,
      free: atOnce,
      leftOut: 0,
      everyMs: MINUTE_MS,
      dueAt: deps.monotonicMs() + MINUTE_MS,
    };
    kinds.set(key, kind);
    lookLater();
    return kind;
  };

  return (message, beginning) => {
    const words = wordsOf(message);
    const passed: Kind[] = [];
    for (const level of LEVELS) {
      const key = words.slice(0, level.words).join(' ');
      const kind = kindOf(`${String(level.words)} ${key}`, level.atOnce, beginning);
      if (kind.free < 1) {
        kind.leftOut += 1;
        return false;
      }
      passed.push(kind);
    }
    for (const kind of passed) kind.free -= 1;
    return true;
  };
}

/** How an entry begins, whatever numbers stand there. What others say comes later. */
function wordsOf(message: string): readonly string[] {
  const words = message.slice(0, KEY_CHARS).split(/\s+/, LEVELS[1].words);
  return words.map((word) => (/\d/.test(word) ? '#' : word));
}
