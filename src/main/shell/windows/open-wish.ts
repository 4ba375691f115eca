export type OpenWish = {
  /** Shows the window now, or as soon as there is one. */
  readonly open: () => void;
  /** Sets how the window is shown; shows it when that was requested before. */
  readonly grant: (show: () => void) => void;
};

/** Returns a memory for requests to show the window, because a second start may come while the first still loads. */
export function createOpenWish(): OpenWish {
  let isWanted = false;
  let show = (): void => {
    isWanted = true;
  };
  return {
    open: () => show(),
    grant: (next) => {
      show = next;
      if (isWanted) next();
    },
  };
}
