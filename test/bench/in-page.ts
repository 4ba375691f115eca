/// <reference lib="dom" />
// What runs in the app that is measured. Each function stands for itself: it is sent there as text.

/** Milliseconds that every process of this computer agrees on. */
export function wallMs(): number {
  return performance.timeOrigin + performance.now();
}

export type Painted = {
  /** To the end of the frame that shows the last change; not a number for a key that changed nothing. */
  readonly allMs: number;
  /** To the end of the first frame that shows what was looked for; not a number when it never was there. */
  readonly soughtMs: number;
};

type Watched = Window & { rowsAt?: Promise<number>; painted?: Promise<Painted> };

/** Runs before the page's own scripts: notes when the first frame with rows of a list was drawn. */
export function noteRows(): void {
  const page: Watched = window;
  page.rowsAt = new Promise((done) => {
    const look = (): void => {
      if (document.querySelector('[role=row]') === null) {
        requestAnimationFrame(look);
        return;
      }
      // A message comes after the frame in which it was sent.
      const after = new MessageChannel();
      after.port1.start();
      after.port1.addEventListener('message', () => done(performance.timeOrigin + performance.now()));
      after.port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

/** Returns when the first frame with rows was drawn. */
export function rowsAt(): Promise<number> {
  const page: Watched = window;
  return page.rowsAt ?? Promise.reject(new Error('Nobody noted it'));
}

type Minimisable = {
  readonly minimize: () => void;
  readonly once: (event: 'minimize' | 'restore', listener: () => void) => unknown;
};

/** Runs in main: minimises a window. */
export function untilMinimised(window: Minimisable): Promise<void> {
  return new Promise((done) => {
    window.once('minimize', () => done());
    window.minimize();
  });
}

/** Runs in main: returns when the system had the window on the screen again. A page under test never counts as hidden. */
export function untilRestored(window: Minimisable): Promise<number> {
  return new Promise((done) => {
    window.once('restore', () => done(performance.timeOrigin + performance.now()));
  });
}

/**
 * Watches from the next key to the end of the frame that shows the last change it made, and of the first that shows what
 * `sought` finds. What changes later than `withinMs` is the work of clocks and timers.
 */
export function watchKey({ withinMs, sought }: { readonly withinMs: number; readonly sought: string }): void {
  const page: Watched = window;
  page.painted = new Promise((done) => {
    let all = Number.NaN;
    let found = Number.NaN;
    const watch = new MutationObserver(() => {
      requestAnimationFrame(() => {
        const isThere = document.querySelector(sought) !== null;
        const after = new MessageChannel();
        after.port1.start();
        after.port1.addEventListener('message', () => {
          all = performance.now();
          if (isThere && Number.isNaN(found)) found = all;
        });
        after.port2.postMessage(null);
      });
    });
    // Rows and words. A list that has come to rest changes attributes once more, long after it was painted.
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        setTimeout(() => watch.disconnect(), withinMs);
        // A frame may still be under way then.
        setTimeout(() => done({ allMs: all - timeStamp, soughtMs: found - timeStamp }), withinMs + 50);
      },
      { capture: true, once: true },
    );
  });
}

/** Returns what was watched. */
export function painted(): Promise<Painted> {
  const page: Watched = window;
  return page.painted ?? Promise.reject(new Error('Nobody watched'));
}
