import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { isDesktopVirtual } from './test/desktop/session.ts';
import { SlowFirst } from './test/slow-first.ts';

/** What needs nothing but the app's own tray, notifications, windows and keychain; the rest looks at Linux from outside. */
const ON_ANY_SYSTEM = [
  'about',
  'alerts',
  'diagnostics',
  'refresh',
  'restart',
  'setup',
  'setup-fast',
  'tour',
  'main-job/connection',
  'main-job/gap',
  'main-job/restart',
  'main-job/tray',
  'main-job/webhook',
];

const CORES = availableParallelism();
/** Files that mostly wait, for a clock or a server: two for each core. */
const WAITING = 2 * CORES;

export default defineConfig({
  test: {
    maxWorkers: CORES,
    // What files begin with, on a busy computer: a desktop and an app, a copy of the project looked through.
    hookTimeout: 60_000,
    // What is waited for comes when the computer gets to it.
    expect: { poll: { timeout: 15_000 } },
    sequence: { sequencer: SlowFirst },
    // Runs beside each other would write it at the same time, and the order is to be the same everywhere.
    cache: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          environment: 'node',
          // To load the same modules for every file takes longer than to run the tests.
          isolate: false,
          setupFiles: ['test/fresh-modules.ts'],
          // Hundreds of examples of a property, on a busy computer.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          maxWorkers: WAITING,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          // Every key pressed draws a page; a busy computer takes its time.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: isDesktopVirtual
            ? ['test/e2e/**/*.test.ts']
            : ON_ANY_SYSTEM.map((name) => `test/e2e/${name}.test.ts`),
          environment: 'node',
          testTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'chaos',
          include: ['test/chaos/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
