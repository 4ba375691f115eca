// Checks the staged files: format, lint, and types when code is among them.
import process from 'node:process';
import { npm, outputOf, projectPath, run } from './prepare/command.mjs';
import { inRoot, node24Path } from './prepare/paths.mjs';
import { preparePackages } from './prepare/prepare.mjs';
import { runScript } from './prepare/progress.mjs';

const CODE = /\.(ts|tsx|mjs)$/;

await runScript(async () => {
  const names = outputOf('git', ['diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z']) ?? '';
  const staged = names.split('\0').filter((name) => name !== '');
  if (staged.length === 0) return 0;
  await preparePackages();
  const env = { PATH: projectPath() };
  const tool = (/** @type {string} */ file, /** @type {readonly string[]} */ args) =>
    run(node24Path(), [inRoot('node_modules', file), ...args], { env });
  const code = staged.filter((name) => CODE.test(name));
  const failed = [
    await tool('prettier/bin/prettier.cjs', ['--check', '--ignore-unknown', '--log-level=warn', ...staged]),
    code.length === 0 ? 0 : await tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', ...code]),
    code.length === 0 ? 0 : await npm(['run', '--silent', 'types'], { env }),
  ].some((exitCode) => exitCode !== 0);
  if (failed) process.stderr.write('Not committed: see above. `npm run check` looks at everything.\n');
  return failed ? 1 : 0;
});
