import ElectronStore from 'electron-store';
import { z } from 'zod';

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
});
const CLOSED_ONCE = 'wasClosedOnce';
const TOUR_ANSWERED = 'wasTourAnswered';
type Place = z.infer<typeof placeSchema>;

/**
 * Where windows stood last, in `windows.json` of the profile. A damaged file only costs the memory of it, and a disk that
 * takes nothing only that the next start remembers.
 */
export function createWindowPlaces({
  profileDir,
  log,
}: {
  readonly profileDir: string;
  readonly log: { readonly warn: (message: string, detail?: unknown) => void };
}): {
  readonly read: (view: string) => Place | null;
  readonly save: (view: string, place: Place) => void;
  /** true once in the life of a profile. */
  readonly isFirstClose: () => boolean;
  /** The tour was taken or declined. */
  readonly isTourAnswered: () => boolean;
  readonly answerTour: () => void;
} {
  const file = new ElectronStore<Record<string, unknown>>({
    cwd: profileDir,
    name: 'windows',
    clearInvalidConfig: true,
  });
  const unsaved = new Map<string, unknown>();
  const get = (key: string): unknown => unsaved.get(key) ?? file.get(key);
  const set = (key: string, value: unknown): void => {
    unsaved.set(key, value);
    try {
      file.set(Object.fromEntries(unsaved));
      unsaved.clear();
    } catch (error) {
      log.warn('Where windows stand could not be written', error);
    }
  };
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
