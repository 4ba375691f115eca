// Before publishing: refuses what must not be published, and writes SHA256SUMS.txt over all the rest.
//   npm run package -- release-files FOLDER TAG
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { inRoot } from '../prepare/paths.mjs';
import { Obstacle, runScript } from '../prepare/progress.mjs';
import { faultsOfRelease } from './rules/release.ts';

const SUMS = 'SHA256SUMS.txt';

await runScript(async () => {
  const [folder, tag] = process.argv.slice(2);
  if (folder === undefined || tag === undefined) throw new Obstacle('Needed: the folder and the tag.');
  const { version } = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8'));
  const names = fs
    .readdirSync(folder)
    .filter((name) => name !== SUMS)
    .toSorted();
  const faults = faultsOfRelease(names, version, tag);
  if (faults.length > 0) throw new Obstacle(faults.join('\n'));
  const lines = names.map((name) => {
    const digest = createHash('sha256')
      .update(fs.readFileSync(path.join(folder, name)))
      .digest('hex');
    return `${digest}  ${name}\n`;
  });
  fs.writeFileSync(path.join(folder, SUMS), lines.join(''));
  process.stdout.write(lines.join(''));
  return 0;
});
