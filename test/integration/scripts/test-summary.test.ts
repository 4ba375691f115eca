import { afterEach, beforeEach, expect, test } from 'vitest';
import { borrowPackages, createSmallProject, type SmallProject } from './small-project.ts';

const PASSES = 'node -e "process.exit(0)"';
const FAILS = 'node -e "process.exit(3)"';
const LIMIT_MS = 60_000;

let project: SmallProject;

beforeEach(() => {
  project = createSmallProject();
  borrowPackages(project);
  project.write(
    'vitest.config.mjs',
    `export default { test: { projects: [
       { test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
       { test: { name: 'renderer', include: ['test/renderer/**/*.test.ts'] } } ] } };`,
  );
  checks({});
});
afterEach(() => project.remove());

function checks(scripts: Record<string, string>): void {
  const all = { types: PASSES, lint: PASSES, format: PASSES, unused: PASSES, ...scripts };
  project.write('package.json', JSON.stringify({ name: 'small', type: 'module', scripts: all }));
}
function tests(file: string, ...lines: readonly string[]): void {
  project.write(file, ["import { expect, test } from 'vitest';", ...lines].join('\n'));
}

test('checks and tests are summed in the last line', { timeout: LIMIT_MS }, async () => {
  tests(
    'test/unit/a.test.ts',
    "test('a', () => expect(1).toBe(1));",
    "test.skip('b', () => {});",
    "test.todo('c');",
  );
  tests('test/renderer/b.test.ts', "test('d', () => expect(2).toBe(2));");
  const { code, lastLine } = await project.run('scripts/test.mjs', ['check', 'unit', 'renderer']);
  expect(lastLine).toBe('6 passed, 0 failed, 2 skipped');
  expect(code).toBe(0);
});

test(
  'a check that fails does not hide the others and makes the run fail',
  { timeout: LIMIT_MS },
  async () => {
    checks({ lint: FAILS });
    const { code, lastLine, output } = await project.run('scripts/test.mjs', ['check']);
    expect(lastLine).toBe('3 passed, 1 failed, 0 skipped');
    expect(output).toContain('[check] lint failed (exit code 3)');
    expect(code).toBe(1);
  },
);

test('a test that fails makes the run fail', { timeout: LIMIT_MS }, async () => {
  tests('test/unit/a.test.ts', "test('a', () => expect(1).toBe(2));", "test('b', () => expect(1).toBe(1));");
  const { code, lastLine, output } = await project.run('scripts/test.mjs', ['unit']);
  expect(lastLine).toBe('1 passed, 1 failed, 0 skipped');
  expect(output).toMatch(/\[failed\] unit: test\/unit\/a\.test\.ts > a\n.*expected 1 to be 2/u);
  expect(code).toBe(1);
});

test.each([
  ['a file that cannot be loaded', "await import('./nowhere.ts');"],
  ['a file without a test', 'expect(1).toBe(1);'],
  ['a rejection that nobody handles', "test('a', () => { void Promise.reject(new Error('late')); });"],
  ['a runner that dies', "test('a', () => { process.kill(process.ppid, 'SIGKILL'); });"],
])('%s counts as a failure', { timeout: LIMIT_MS }, async (_, line) => {
  tests('test/unit/a.test.ts', line);
  const { code, lastLine, output } = await project.run('scripts/test.mjs', ['unit']);
  expect(lastLine).toMatch(/^[01] passed, 1 failed, 0 skipped$/);
  expect(output.split('\n').filter((printed) => printed.startsWith('[failed] unit: '))).toHaveLength(1);
  expect(code).toBe(1);
});

test(
  'every file that cannot be loaded counts, beside the tests of the others',
  { timeout: LIMIT_MS },
  async () => {
    tests('test/unit/a.test.ts', "await import('./nowhere.ts');");
    tests('test/unit/b.test.ts', "await import('./nowhere.ts');");
    tests('test/unit/c.test.ts', "test('c', () => expect(1).toBe(1));");
    const { lastLine } = await project.run('scripts/test.mjs', ['unit']);
    expect(lastLine).toBe('1 passed, 2 failed, 0 skipped');
  },
);

test(
  'a part without test files is passed over, an unknown part is refused',
  { timeout: LIMIT_MS },
  async () => {
    const nothing = await project.run('scripts/test.mjs', ['renderer']);
    expect(nothing.lastLine).toBe('0 passed, 0 failed, 0 skipped');
    expect(nothing.code).toBe(0);
    const unknown = await project.run('scripts/test.mjs', ['units']);
    expect(unknown.output).toContain('Unknown part: units');
    expect(unknown.code).toBe(1);
  },
);
