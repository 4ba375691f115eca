import process from 'node:process';
import { defineConfig } from 'vitest/config';

const room = process.env['MUTATION_ROOM'] ?? '';

/** The unit tests of one room of core, with modules that are loaded once: they are run hundreds of times. */
export default defineConfig({
  test: {
    include: [`test/unit/core/${room}/**/*.test.ts`],
    environment: 'node',
    isolate: false,
    testTimeout: 30_000,
    cache: false,
  },
});
