import fs from 'node:fs';
import process from 'node:process';
import { inRoot } from '../prepare/paths.mjs';
import { ngrokPackage } from './rules/plan.ts';
import { unpackNpmPackage } from './npm-package.mjs';

/**
 * Puts the native parts for other processors beside this machine's own. Those of keytar and SQLite carry every build
 * in one package; npm installs ngrok's for this machine only.
 * @param {readonly string[]} archs as `process.arch` names them
 */
export async function prepareForeignModules(archs) {
  const { packages } = JSON.parse(fs.readFileSync(inRoot('package-lock.json'), 'utf8'));
  const fetched = [];
  for (const arch of archs) {
    const name = ngrokPackage(process.platform, arch);
    const folder = inRoot('node_modules', name);
    if (fs.existsSync(folder)) continue;
    const { version, integrity } = packages[`node_modules/${name}`];
    await unpackNpmPackage(`${name}@${version}`, integrity, folder);
    fetched.push(name);
  }
  return fetched.length === 0 ? 'all there' : `fetched ${fetched.join(', ')}`;
}
