/** A place on the desktop, in pixels. */
export type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Screen = { readonly id: number; readonly bounds: Place };

/** Where the riders' window stood, and on which screen. */
export type RidersPlace = Place & { readonly displayId?: number | undefined };

/**
 * Returns where the riders' window opens; null while the screen on which it stood is not there. Only a screen that is not
 * the counter's own is filled.
 */
export function ridersPlace(
  remembered: RidersPlace | null,
  screens: readonly Screen[],
  primaryId: number,
): { readonly bounds: Place | null; readonly displayId: number; readonly isFullScreen: boolean } | null {
  if (remembered === null) {
    const second = screens.find(({ id }) => id !== primaryId);
    return second === undefined
      ? { bounds: null, displayId: primaryId, isFullScreen: false }
      : { bounds: second.bounds, displayId: second.id, isFullScreen: true };
  }
  const screen = screenOf(remembered, screens);
  if (screen === undefined) return null;
  if (screen.id !== primaryId) return { bounds: screen.bounds, displayId: screen.id, isFullScreen: true };
  const { x, y, width, height } = remembered;
  return { bounds: { x, y, width, height }, displayId: screen.id, isFullScreen: false };
}

/** Returns the screen on which it stood: by its id, else, as some systems count anew, the one that holds its middle. */
export function screenOf(place: RidersPlace, screens: readonly Screen[]): Screen | undefined {
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
  return (
    screens.find(({ id }) => id === place.displayId) ??
    screens.find(
      ({ bounds }) =>
        x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height,
    )
  );
}
