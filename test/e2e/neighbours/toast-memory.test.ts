import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBusToasts } from '../../../src/main/shell/notifications/bus-toasts.ts';
import { startDesktop, type Desktop } from '../../desktop/session.ts';

const TOASTS = 2_000;
const SIZE = 48;
/** An icon kept for each would be 460 MB. What the test itself remembers of every toast is in it. */
const LIMIT_MB = 100;

let desktop: Desktop;
beforeAll(async () => {
  desktop = await startDesktop({ keyring: false, sound: false, tray: false });
});
afterAll(() => desktop?.stop());

test('two thousand toasts, shown and taken away one after the other, leave no memory behind', async () => {
  const lights: string[] = [];
  const toasts = createBusToasts({
    address: desktop.env['DBUS_SESSION_BUS_ADDRESS'] ?? '',
    userId: process.getuid?.() ?? 0,
    desktopEntry: 'mostrador',
    icon: { type: 'image', size: SIZE, rgba: Buffer.alloc(SIZE * SIZE * 4, 127) },
    onHealth: (state) => lights.push(state),
    log: { warn: () => undefined },
  });
  const show = async (from: number, to: number): Promise<void> => {
    for (let index = from; index < to; index += 1) {
      const toast = { title: `Pedido ${String(index)}`, body: '', isUrgent: false, stays: true };
      toasts.show(`a${String(index)}`, { ...toast, onClick: () => undefined });
      await new Promise<void>((resolve) => toasts.whenFree(resolve));
      toasts.close(`a${String(index)}`);
    }
  };
  await show(0, 200);
  collectGarbage();
  const before = process.memoryUsage().rss;
  await show(200, TOASTS);
  collectGarbage();
  const grownMb = (process.memoryUsage().rss - before) / 2 ** 20;
  expect(desktop.notifications.toasts()).toHaveLength(TOASTS);
  await expect.poll(() => desktop.notifications.closedByApp().length).toBe(TOASTS);
  expect(new Set(lights)).toEqual(new Set(['ok']));
  expect(grownMb).toBeLessThan(LIMIT_MB);
  console.log(`grown by ${grownMb.toFixed(1)} MB`);
  toasts.stop();
});

/** V8 may leave it lying for long, above all on a busy computer. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext("gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })");
}
