export type OpenWish = {
  /** Somebody wants to see the window. */
  readonly open: () => void;
  /** From now on there is one to show; shows it when it was wanted before. */
  readonly grant: (show: () => void) => void;
};

/** A second start may come while the first is still reading its own code: what it wants is not lost. */
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
