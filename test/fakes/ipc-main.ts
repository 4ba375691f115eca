type Listener = (event: unknown, arg: unknown) => Promise<unknown>;

/** What main listens to, by channel. */
export const listeners = new Map<string, Listener>();

/** For `vi.mock('electron', …)`. */
export const fakeElectron = {
  ipcMain: {
    handle: (channel: string, listener: Listener) => listeners.set(channel, listener),
    removeHandler: (channel: string) => listeners.delete(channel),
  },
};

const page = { url: 'app://mostrador/index.html' };
/** A call from the main frame of a page of ours, and one from another frame of the same address. */
export const ours = { senderFrame: page, sender: { mainFrame: page } };
export const foreign = { senderFrame: { url: page.url }, sender: { mainFrame: page } };
