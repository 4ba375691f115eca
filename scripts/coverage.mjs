// npm run coverage: runs the unit tests and says which part of the branches of src/main/core they come through.
// npm run coverage -- src/shared: of another folder.
import process from 'node:process';
import { projectPath, run } from './prepare/command.mjs';
import { node24Path } from './prepare/paths.mjs';
import { preparePackages } from './prepare/prepare.mjs';
import { runScript } from './prepare/progress.mjs';
import { prepareCopy } from './test/copy.mjs';

await runScript(async () => {
  const [source = 'src/main/core'] = process.argv.slice(2);
  await preparePackages();
  const folder = await prepareCopy();
  const args = ['enabled', 'provider=v8', `include=${source}/**`, 'reporter=text'];
  return run(
    node24Path(),
    ['node_modules/vitest/vitest.mjs', 'run', '--project=unit', ...args.map((one) => `--coverage.${one}`)],
    { cwd: folder, env: { PATH: projectPath() } },
  );
});
