import ElectronStore from 'electron-store';
import { z } from 'zod';

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
});
const CLOSED_ONCE = 'wasClosedOnce';
type Place = z.infer<typeof placeSchema>;

/** Where windows stood last, in `windows.json` of the profile. A damaged file only costs the memory of it. */
export function createWindowPlaces({ profileDir }: { profileDir: string }): {
  readonly read: (view: string) => Place | null;
  readonly save: (view: string, place: Place) => void;
  /** true once in the life of a profile. */
  readonly isFirstClose: () => boolean;
} {
  const file = new ElectronStore<Record<string, unknown>>({
    cwd: profileDir,
    name: 'windows',
    clearInvalidConfig: true,
  });
  return {
    read: (view) => {
      const place = placeSchema.safeParse(file.get(view));
      return place.success ? place.data : null;
    },
    save: (view, place) => {
      file.set(view, place);
    },
    isFirstClose: () => {
      if (file.get(CLOSED_ONCE) === true) return false;
      file.set(CLOSED_ONCE, true);
      return true;
    },
  };
}
