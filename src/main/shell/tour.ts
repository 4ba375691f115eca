import type { WindowPlaces, Windows } from './windows.ts';

export type Tour = {
  readonly open: () => void;
  /** Until it was opened or declined, in a profile with a shop in it. */
  readonly isOffered: () => boolean;
  readonly decline: () => void;
};

/** The tour for staff, which the counter offers once in the life of a profile. */
export function createTour({
  windows,
  places,
  isConfigured,
}: {
  readonly windows: Pick<Windows, 'show'>;
  readonly places: Pick<WindowPlaces, 'isTourAnswered' | 'answerTour'>;
  readonly isConfigured: () => boolean;
}): Tour {
  return {
    open: () => {
      places.answerTour();
      windows.show('tour');
    },
    isOffered: () => isConfigured() && !places.isTourAnswered(),
    decline: places.answerTour,
  };
}
