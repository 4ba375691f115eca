import { isInitials, MAX_STAFF, type HandsSettings } from '../../../shared/settings/hands.ts';

export type Staff = {
  /** Replaces the list. Returns whether it was saved. Who is not in it any more is not at the counter either. */
  readonly setList: (initials: readonly string[]) => Promise<boolean>;
  /** Says who is at the counter; empty: nobody in particular. Returns whether it was saved. */
  readonly setAtCounter: (initials: string) => Promise<boolean>;
};

/** Keeps whose initials may stand with a mark, and who is at the counter now. */
export function createStaff(deps: {
  readonly settings: () => HandsSettings;
  /** Returns whether it was saved. */
  readonly save: (change: Partial<HandsSettings>) => Promise<boolean>;
}): Staff {
  return {
    setList: (initials) => {
      const { atCounter } = deps.settings();
      const isWhole = initials.length <= MAX_STAFF && new Set(initials).size === initials.length;
      if (!isWhole || !initials.every(isInitials)) return Promise.resolve(false);
      return deps.save({ initials, atCounter: initials.includes(atCounter) ? atCounter : '' });
    },
    setAtCounter: (initials) => {
      const isKnown = initials === '' || deps.settings().initials.includes(initials);
      return isKnown ? deps.save({ atCounter: initials }) : Promise.resolve(false);
    },
  };
}
