import fs from 'node:fs';
import process from 'node:process';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const room = process.env['MUTATION_ROOM'] ?? '';

/** The first test that fails ends a run, so what takes long comes last: hundreds of examples, then long files. */
class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((one, other) => costOf(one) - costOf(other)));
  }
}

function costOf({ moduleId }: TestSpecification): number {
  const { size } = fs.statSync(moduleId);
  return moduleId.includes('.property.') ? Number.MAX_SAFE_INTEGER : size;
}

/** The unit tests of one room of core, with modules that are loaded once: they are run hundreds of times. */
export default defineConfig({
  test: {
    include: [`test/unit/core/${room}/**/*.test.ts`],
    environment: 'node',
    isolate: false,
    // What a break made wait for ever is given up before its process would be.
    testTimeout: 5_000,
    cache: false,
    sequence: { sequencer: QuickFirst },
  },
});
