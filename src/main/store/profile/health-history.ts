import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { HEALTH_PARTS, type HealthNote } from '../../../shared/health/health.ts';
import { readTextFile } from '../files.ts';

const MAX_NOTES = 1_000;

const noteSchema: z.ZodType<HealthNote> = z.object({
  at: z.string(),
  part: z.enum([...HEALTH_PARTS, 'app']),
  state: z.enum(['ok', 'degraded', 'down', 'off', 'started', 'stopped']),
  code: z.string(),
  detail: z.string().nullable(),
});

export type HealthHistory = {
  /** Never throws: what cannot be written is logged and stays in memory. */
  readonly add: (note: HealthNote) => void;
  /** Oldest first. */
  readonly read: () => readonly HealthNote[];
};

/**
 * Returns the history of each part, one JSON line per change, in `health-history.jsonl` of the profile. A file of its
 * own and not a table: it has to tell of the days on which the orders file could not be written, too.
 */
export function createHealthHistory({
  profileDir,
  log,
  maxNotes = MAX_NOTES,
}: {
  readonly profileDir: string;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
  readonly maxNotes?: number;
}): HealthHistory {
  const file = path.join(profileDir, 'health-history.jsonl');
  let notes: readonly HealthNote[] = [];
  let isRead = false;
  let lineCount = Number.POSITIVE_INFINITY;

  /** Nothing is written over a file that could not be read yet. */
  const read = (): void => {
    if (isRead) return;
    notes = [...readNotes(file), ...notes].slice(-maxNotes);
    isRead = true;
  };
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      log.error('The health history could not be written', error);
    }
  };
  const write = (note: HealthNote): void => {
    // Appending is cheap and loses nothing; the file is cut when it holds twice as many lines as are wanted.
    if (lineCount < 2 * maxNotes) {
      fs.appendFileSync(file, toLine(note), { mode: 0o600 });
      lineCount += 1;
      return;
    }
    fs.writeFileSync(`${file}.new`, notes.map(toLine).join(''), { mode: 0o600 });
    fs.renameSync(`${file}.new`, file);
    lineCount = notes.length;
  };

  guarded(read);
  return {
    add: (note) => {
      notes = [...notes.slice(1 - maxNotes), note];
      guarded(() => {
        read();
        write(note);
      });
    },
    read: () => notes,
  };
}

function toLine(note: HealthNote): string {
  return `${JSON.stringify(note)}\n`;
}

/** A damaged line only costs itself. */
function readNotes(file: string): readonly HealthNote[] {
  return (readTextFile(file) ?? '').split('\n').flatMap(parseLine);
}

function parseLine(line: string): readonly HealthNote[] {
  if (line === '') return [];
  try {
    const note = noteSchema.safeParse(JSON.parse(line));
    return note.success ? [note.data] : [];
  } catch {
    // Cut off when the power failed.
    return [];
  }
}
