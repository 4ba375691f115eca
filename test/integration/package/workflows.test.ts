import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readYaml } from '../../../scripts/package/rules/read-yaml.ts';
import { workflowFaults, type Workflow } from '../../../scripts/package/rules/workflow.ts';
import { repository } from '../../desktop/runtime.ts';

const FOLDER = path.join(repository, '.github/workflows');

test.each(fs.readdirSync(FOLDER))('%s keeps to the rules', (name) => {
  const file = path.join(FOLDER, name);
  const manifest = fs.readFileSync(path.join(repository, 'package.json'), 'utf8');
  const { scripts } = JSON.parse(manifest) as { scripts: Readonly<Record<string, string>> };
  const workflow = readYaml(file) as Workflow;
  expect(workflowFaults(workflow, fs.readFileSync(file, 'utf8'), Object.keys(scripts))).toEqual([]);
});
