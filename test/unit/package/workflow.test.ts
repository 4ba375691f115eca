import { expect, test } from 'vitest';
import { workflowFaults, type Workflow } from '../../../scripts/package/rules/workflow.ts';

const PINNED = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1';
const good: Workflow = {
  permissions: { contents: 'read' },
  jobs: {
    test: {
      'timeout-minutes': 5,
      steps: [{ uses: PINNED, with: { 'persist-credentials': false } }, { run: 'npm run package -- verify' }],
    },
  },
};
const text = `    - uses: ${PINNED} # v7.0.1\n`;
const faults = (change: Partial<Workflow>, written = text): readonly string[] =>
  workflowFaults({ ...good, ...change }, written, ['package']);
const withSteps = (...steps: NonNullable<Workflow['jobs'][string]['steps']>): Partial<Workflow> => ({
  jobs: { test: { 'timeout-minutes': 5, steps } },
});

test('a workflow by the rules has no faults', () => {
  expect(faults({})).toEqual([]);
});

test('foreign code is pinned to a commit, with its version beside it', () => {
  expect(faults({}, '- uses: actions/checkout@v7 # v7.0.1')).toHaveLength(1);
  expect(faults({}, `- uses: ${PINNED}`)).toHaveLength(1);
  expect(faults({}, '- uses: ./.github/workflows/ci.yml')).toEqual([]);
});

test('a workflow may read its contents and nothing else', () => {
  expect(faults({ permissions: undefined })).toHaveLength(1);
  expect(faults({ permissions: { contents: 'write' } })).toHaveLength(1);
  expect(faults({ permissions: 'write-all' })).toHaveLength(1);
});

test('a job may do more than read only when it publishes, and then exactly what that needs', () => {
  const toPublish = { contents: 'write', 'id-token': 'write', attestations: 'write' };
  const withJob = (name: string, permissions: unknown) =>
    faults({ jobs: { [name]: { 'timeout-minutes': 5, permissions, steps: [] } } });
  expect(withJob('check', { contents: 'read' })).toEqual([]);
  expect(withJob('publish', toPublish)).toEqual([]);
  expect(withJob('build', 'write-all')).toEqual(['build may do more than it needs.']);
  expect(withJob('build', toPublish)).toHaveLength(1);
  expect(withJob('publish', 'write-all')).toHaveLength(1);
  expect(withJob('publish', { ...toPublish, packages: 'write' })).toHaveLength(1);
  expect(withJob('publish', { contents: 'write' })).toHaveLength(1);
});

test('a job has no secret at hand before everything is installed and built', () => {
  const signs = { run: 'npm run package', env: { KEY: '${{ secrets.CERTIFICATE }}' } };
  expect(faults(withSteps(signs))).toEqual([
    'test has secrets at hand before everything is installed and built.',
  ]);
  expect(faults(withSteps(signs, { run: 'npm run package -- prepare' }))).toHaveLength(1);
  expect(faults(withSteps({ run: 'npm run package -- prepare\n' }, signs))).toEqual([]);
  expect(faults(withSteps({ run: 'npm run package', env: { A: '${{ matrix.system }}' } }))).toEqual([]);
});

test('a checkout takes its token with it, and a job ends some day', () => {
  expect(faults(withSteps({ uses: PINNED }))).toEqual(['A checkout leaves its token behind.']);
  expect(faults({ jobs: { test: { steps: [] } } })).toEqual(['test has no time limit.']);
});

test('a command holds no expression, and only npm scripts that are there', () => {
  expect(faults(withSteps({ run: 'echo ${{ github.head_ref }}' }))).toHaveLength(1);
  expect(faults(withSteps({ run: 'npm run pakage' }))).toEqual(['There is no npm script pakage.']);
});
