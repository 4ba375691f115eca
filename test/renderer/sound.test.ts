import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SoundOrder, SoundReport } from '../../src/shared/ipc-contract.ts';

const listeners = new Map<string, (order: SoundOrder) => void>();
const reports: SoundReport[] = [];
let enumerateDevices = (): Promise<readonly { readonly kind: string }[]> => Promise.resolve([]);

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  listeners.clear();
  reports.length = 0;
  vi.stubGlobal(
    'Audio',
    class {
      play = () => Promise.resolve();
      pause = () => undefined;
      addEventListener = () => undefined;
    },
  );
  vi.stubGlobal('navigator', { mediaDevices: { enumerateDevices: () => enumerateDevices() } });
  Object.assign(window, {
    mostrador: {
      on: (event: string, listener: (order: SoundOrder) => void) => listeners.set(event, listener),
      'sound:report': (report: SoundReport) => Promise.resolve(void reports.push(report)),
      'page:failed': () => Promise.resolve(null),
    },
  });
  await import('../../src/renderer/sound/sound.ts');
  reports.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const order = (change: Partial<SoundOrder>): void =>
  listeners.get('sound:play')?.({ id: 7, tone: null, volume: 1, ...change });

test('the page says how many loudspeakers there are', async () => {
  enumerateDevices = () => Promise.resolve([{ kind: 'audiooutput' }, { kind: 'videoinput' }]);
  order({ tone: 'bell' });
  await vi.advanceTimersByTimeAsync(10);
  expect(reports).toEqual([{ id: 7, ok: true, devices: 1, detail: null }]);
});

test('a camera whose driver hangs makes a page that plays seem neither dead nor without a loudspeaker', async () => {
  enumerateDevices = () => new Promise(() => undefined);
  order({});
  await vi.advanceTimersByTimeAsync(1_900);
  expect(reports).toEqual([{ id: 7, ok: true, devices: null, detail: null }]);
  order({ id: 8, tone: 'bell' });
  await vi.advanceTimersByTimeAsync(19_000);
  expect(reports.at(-1)).toEqual({ id: 8, ok: true, devices: null, detail: null });
});

test('nor does a count that fails', async () => {
  enumerateDevices = () => Promise.reject(new Error('no'));
  order({});
  await vi.advanceTimersByTimeAsync(10);
  expect(reports).toEqual([{ id: 7, ok: true, devices: null, detail: null }]);
});
