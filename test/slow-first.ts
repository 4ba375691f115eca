import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that wait for minutes: for patience that runs out, for the next poll, for a watcher that comes back. */
const SLOW = [
  'keyring',
  'webhook-proof',
  'watchdog',
  'neighbours/notification-service',
  'neighbours/pages',
  'tunnel/ngrok',
  'core/odd-platform',
];

/** Lets the slow files begin first, also where Vitest has no times of a run before: none is left alone at the end. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

function isSlow({ moduleId }: TestSpecification): boolean {
  return SLOW.some((name) => moduleId.endsWith(`/${name}.test.ts`));
}
