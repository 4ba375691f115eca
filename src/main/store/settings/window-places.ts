import path from 'node:path';
import ElectronStore from 'electron-store';
import { z } from 'zod';
import { readTextFile } from '../files.ts';

/** No screen has more: with a larger number the system refuses to make the window at all. */
const FARTHEST = 32_767;
const where = z.int().min(-FARTHEST).max(FARTHEST);
const size = z.int().min(1).max(FARTHEST);
const placeSchema = z.object({
  x: where,
  y: where,
  width: size,
  height: size,
  /** The screen, for a window that belongs to one. */
  displayId: z.int().optional(),
});
const CLOSED_ONCE = 'wasClosedOnce';
const TOUR_ANSWERED = 'wasTourAnswered';
type SavedBounds = z.infer<typeof placeSchema>;

/**
 * Returns the memory of where windows stood last, in `windows.json` of the profile. A damaged file only costs the
 * memory of it, and one that cannot be read or written only that this start, or the next, remembers; it is tried again
 * with each change.
 */
export function createWindowPlaces({
  profileDir,
  log,
}: {
  readonly profileDir: string;
  readonly log: { readonly warn: (message: string, detail?: unknown) => void };
}): {
  readonly read: (view: string) => SavedBounds | null;
  readonly save: (view: string, place: SavedBounds) => void;
  /** true once in the life of a profile. */
  readonly isFirstClose: () => boolean;
  /** The tour was taken or declined. */
  readonly isTourAnswered: () => boolean;
  readonly answerTour: () => void;
} {
  const known = new Map<string, unknown>();
  let file: ElectronStore<Record<string, unknown>> | null = null;
  /** Until the file was read nothing is written into it: it may hold what is not known here. */
  const open = (): ElectronStore<Record<string, unknown>> => {
    if (file !== null) return file;
    // What is no file may never end.
    readTextFile(path.join(profileDir, 'windows.json'));
    const opened = new ElectronStore<Record<string, unknown>>({
      cwd: profileDir,
      name: 'windows',
      clearInvalidConfig: true,
      accessPropertiesByDotNotation: false,
    });
    for (const [key, value] of Object.entries(opened.store)) if (!known.has(key)) known.set(key, value);
    file = opened;
    return opened;
  };
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      log.warn('Where windows stand could not be kept', error);
    }
  };
  const get = (key: string): unknown => known.get(key);
  const set = (key: string, value: unknown): void => {
    known.set(key, value);
    attempt(() => {
      open().store = Object.fromEntries(known);
    });
  };
  attempt(open);
  return {
    read: (view) => {
      const place = placeSchema.safeParse(get(view));
      return place.success ? place.data : null;
    },
    save: set,
    isFirstClose: () => {
      if (get(CLOSED_ONCE) === true) return false;
      set(CLOSED_ONCE, true);
      return true;
    },
    isTourAnswered: () => get(TOUR_ANSWERED) === true,
    answerTour: () => {
      if (get(TOUR_ANSWERED) !== true) set(TOUR_ANSWERED, true);
    },
  };
}
