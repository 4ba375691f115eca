import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { npm, run } from '../prepare/command.mjs';
import { Obstacle } from '../prepare/progress.mjs';

const LIMIT_MS = 5 * 60_000;

/**
 * Unpacks one npm package into a folder, without installing it; only the very archive of that checksum is taken.
 * @param {string} spec name@version
 * @param {string} integrity `sha512-…`, as the lockfile writes it
 * @param {string} folder made new
 */
export async function unpackNpmPackage(spec, integrity, folder) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-npm-'));
  try {
    const args = ['pack', spec, `--pack-destination=${work}`, '--ignore-scripts', '--loglevel=error'];
    const code = await npm(args, { cwd: work, quiet: 'unless-failed', timeLimitMs: LIMIT_MS });
    const archive = fs.readdirSync(work).find((name) => name.endsWith('.tgz'));
    if (code !== 0 || archive === undefined) throw new Obstacle(`${spec} could not be downloaded.`);
    const digest = createHash('sha512')
      .update(fs.readFileSync(path.join(work, archive)))
      .digest('base64');
    if (`sha512-${digest}` !== integrity) throw new Obstacle(`${spec} is not the archive that was expected.`);
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    const tar = await run('tar', ['-xzf', archive, '--strip-components=1', '-C', folder], { cwd: work });
    if (tar !== 0) throw new Obstacle(`${spec} could not be unpacked.`);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}
