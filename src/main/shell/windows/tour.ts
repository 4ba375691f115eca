import type { WindowPlaces, Windows } from './windows.ts';

export type Tour = {
  readonly open: () => void;
  /** Returns whether the counter offers it: a shop is set up, and it was neither opened nor declined. */
  readonly isOffered: () => boolean;
  readonly decline: () => void;
};

/** Returns the tour for staff, which the counter offers once per profile. */
export function createTour({
  windows,
  places,
  needsSetup,
}: {
  readonly windows: Pick<Windows, 'show'>;
  readonly places: Pick<WindowPlaces, 'isTourAnswered' | 'answerTour'>;
  readonly needsSetup: () => boolean;
}): Tour {
  return {
    open: () => {
      places.answerTour();
      windows.show('tour');
    },
    isOffered: () => !needsSetup() && !places.isTourAnswered(),
    decline: places.answerTour,
  };
}
