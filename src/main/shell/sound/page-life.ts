/** A page that is asked answers sooner than this. One that does not yet may be dead, or the computer may be slow. */
const SILENT_MS = 2_000;

/**
 * When a silent page counts as dead. `usedMs`: it has used so much processor time since it was found silent, so it had the
 * time to answer. `silentMs`: it got little of it, or waits for something. `blindMs`: what it used is not known.
 */
type Patience = { readonly usedMs: number; readonly silentMs: number; readonly blindMs: number };
const READY: Patience = { usedMs: 1_000, silentMs: 15_000, blindMs: SILENT_MS };
const LOADING: Patience = { usedMs: 8_000, silentMs: 60_000, blindMs: 8_000 };

export type PageLife = {
  /** The page is made. */
  readonly born: () => void;
  /** The page said something, however late: it lives. */
  readonly sign: () => void;
  /** Nothing is expected of the page. */
  readonly rest: () => void;
  /** This process was suspended for so long, and could hear nothing. */
  readonly excuse: (ms: number) => void;
  /** `silent`: it says nothing, which may be the fault of the computer. `dead`: it had every chance to. */
  readonly judge: () => 'well' | 'silent' | 'dead';
};

/** Tells a dead page from one on a computer that has no time for it. `usedMs`: the page's processor time so far. */
export function createPageLife(deps: {
  readonly monotonicMs: () => number;
  readonly usedMs: () => number | null;
}): PageLife {
  let patience = LOADING;
  let signMs = 0;
  /** What the page had used when it was found silent; undefined: it is not silent. */
  let usedBefore: number | null | undefined;

  const begin = (next: Patience): void => {
    patience = next;
    signMs = deps.monotonicMs();
    usedBefore = undefined;
  };

  return {
    born: () => begin(LOADING),
    sign: () => begin(READY),
    rest: () => begin(patience),
    excuse: (ms) => {
      signMs += ms;
    },
    judge: () => {
      const silentMs = deps.monotonicMs() - signMs;
      if (silentMs <= SILENT_MS) return 'well';
      const used = deps.usedMs();
      if (usedBefore === undefined) usedBefore = used;
      const isDead =
        used === null || usedBefore === null
          ? silentMs > patience.blindMs
          : used - usedBefore >= patience.usedMs || silentMs > patience.silentMs;
      return isDead ? 'dead' : 'silent';
    },
  };
}
