import fs from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Reads a YAML file with the parser that electron-builder reads its configuration with.
 * @param {string} file
 * @returns {any} whatever the file says
 */
export function readYaml(file) {
  const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
  return builder('js-yaml').load(fs.readFileSync(file, 'utf8'));
}
