import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, by waiting or by work; the longest first. */
const SLOW = [
  'keyring',
  'webhook-proof',
  'watchdog',
  'neighbours/pages',
  'start-trouble',
  'main-job/odd-platform',
  'neighbours/notification-service',
  'main-job/card-place',
  'e2e/ngrok',
  'accessible-windows',
  'e2e/sound',
  'outgoing',
  'every-width',
  'accessible-states',
  'update',
  'demo-doors',
  'code-check',
  'e2e/network',
  'demo',
  'crash',
  'tunnel/ngrok',
  'core/odd-platform',
];

/** Lets the slow files begin first, so that none is left alone at the end, and always in the same order. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => place(one) - place(other));
  }
}

function place({ moduleId }: TestSpecification): number {
  const found = SLOW.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return found === -1 ? SLOW.length : found;
}
