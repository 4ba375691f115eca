/**
 * Runs in main: takes the focus from the counter, beside which the card is only a pill. A focus that is still on its way to
 * a counter that has just opened is given up as well, once the screen has settled: one that is given up within its own
 * event comes back.
 */
export function leaveCounter({ BrowserWindow }: typeof import('electron')): void {
  const counter = BrowserWindow.getAllWindows().find((one) =>
    one.webContents.getURL().includes('view=counter'),
  );
  const leave = (): void => {
    if (counter?.isDestroyed() === false) counter.blur();
  };
  leave();
  counter?.on('focus', () => setTimeout(leave, 50));
}
