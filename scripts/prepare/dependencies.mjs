import { createHash } from 'node:crypto';
import fs from 'node:fs';
import process from 'node:process';
import { npm, outputOf } from './command.mjs';
import { inRoot, node24Path } from './paths.mjs';
import { announce, Obstacle } from './progress.mjs';

/** The first that can run these scripts, as in package.json; npm itself only warns of an older one. */
const OLDEST_NODE = '20.19';
const STAMP = 'node_modules/.mostrador-lockfile';

/**
 * Installs the locked packages when they are missing or older than the lockfile, and Node 24 among them. No package
 * may run a script at install time (see .npmrc) but `node`, whose script fetches its binary from the npm registry.
 */
export async function prepareDependencies() {
  refuseOldNode();
  const installed = areInstalled();
  if (!installed) {
    announce('packages', 'Installing the locked npm packages');
    const code = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) throw new Obstacle(`npm ci failed (exit code ${code}); its message is above.`);
  }
  if (!hasNode24()) {
    announce('packages', `Fetching Node ${node24Version()}`);
    const code = await npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
    if (!hasNode24()) {
      throw new Obstacle(
        `Node ${node24Version()} could not be installed (exit code ${code}); try: npm rebuild node --ignore-scripts=false --foreground-scripts`,
      );
    }
  }
  fs.writeFileSync(inRoot(STAMP), lockfileDigest());
  return installed ? 'up to date' : `installed, with Node ${node24Version()}`;
}

function refuseOldNode() {
  const isOlder = process.versions.node.localeCompare(OLDEST_NODE, 'en', { numeric: true }) < 0;
  if (isOlder) {
    throw new Obstacle(`Node ${OLDEST_NODE} or newer is needed, and this is ${process.versions.node}.`);
  }
}

function areInstalled() {
  const npmRecord = fs.statSync(inRoot('node_modules/.package-lock.json'), { throwIfNoEntry: false });
  if (npmRecord === undefined) return false;
  if (readText(STAMP) === lockfileDigest()) return true;
  // Installed by hand: npm writes its record last, so a newer one belongs to this lockfile.
  return npmRecord.mtimeMs >= fs.statSync(inRoot('package-lock.json')).mtimeMs;
}

function hasNode24() {
  return outputOf(node24Path(), ['--version'])?.trim() === `v${node24Version()}`;
}

function node24Version() {
  /** @type {unknown} */
  const manifest = JSON.parse(readText('node_modules/node/package.json'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Obstacle('node_modules/node has no version: remove node_modules and try again.');
}

function lockfileDigest() {
  return createHash('sha256').update(readText('package-lock.json')).digest('hex');
}

/** @param {string} file relative to the repository */
function readText(file) {
  try {
    return fs.readFileSync(inRoot(file), 'utf8');
  } catch {
    return '';
  }
}
