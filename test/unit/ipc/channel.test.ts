import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';

type Listener = (event: unknown, arg: unknown) => Promise<unknown>;
const listeners = new Map<string, Listener>();
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, listener: Listener) => listeners.set(channel, listener),
    removeHandler: (channel: string) => listeners.delete(channel),
  },
}));
const { createIpcRegistrar } = await import('../../../src/main/ipc/channel.ts');
const { NOT_IN_DEMO } = await import('../../../src/main/ipc/demo-limits.ts');

const page = { url: 'app://mostrador/index.html' };
const ours = { senderFrame: page, sender: { mainFrame: page } };
const foreign = { senderFrame: { url: page.url }, sender: { mainFrame: page } };
const errors: string[] = [];
const answered: string[] = [];
const log = { error: (message: string) => void errors.push(message) };

/** What a registrar with one channel answers. */
function ask(isDemo: boolean, event: unknown, arg: unknown) {
  const ipc = createIpcRegistrar({ pageOrigin: 'app://mostrador', closed: isDemo ? NOT_IN_DEMO : [], log });
  const secret = z.object({ name: z.literal('partner-token'), value: z.string() });
  ipc.handle('secrets:save', secret, ({ value }) => {
    answered.push(value);
    return { ok: false, code: 'invalid', detail: null };
  });
  return listeners.get('secrets:save')?.(event, arg);
}

beforeEach(() => {
  errors.length = 0;
  answered.length = 0;
  listeners.clear();
});

const SECRET = { name: 'partner-token', value: 'abc' };

test('a page of ours is answered', async () => {
  expect(await ask(false, ours, SECRET)).toMatchObject({ ok: false, code: 'invalid' });
  expect(answered).toEqual(['abc']);
});

test.each([
  ['from anywhere else', foreign, SECRET],
  ['with an argument of another shape', ours, { name: 'partner-token' }],
])('a call %s is refused', async (_name, event, arg) => {
  await expect(ask(false, event, arg)).rejects.toThrow('refused');
  expect(errors).toEqual([expect.stringContaining('Refused secrets:save')]);
  expect(answered).toEqual([]);
});

test('a demonstration takes no key, no settings and no backup, also from a page of ours', async () => {
  expect(NOT_IN_DEMO).toEqual(expect.arrayContaining(['secrets:save', 'settings:import', 'backup:restore']));
  await expect(ask(true, ours, SECRET)).rejects.toThrow('refused');
  expect(answered).toEqual([]);
});
