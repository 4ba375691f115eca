/**
 * The main script of the stock runtime's resources/default_app.asar: makes `electron path/to/app` work as the official
 * runtime's does.
 */
export const DEFAULT_APP = `
import { app } from 'electron';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const target = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (process.argv.includes('--version')) {
  console.log('v' + process.versions.electron);
  process.exit(0);
}
if (target === undefined) {
  console.error('Usage: electron [flags] path/to/app [arguments]');
  process.exit(2);
}
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
try {
  const folder = path.resolve(target);
  const manifestFile = path.join(folder, 'package.json');
  const main = createRequire(manifestFile).resolve(folder);
  if (fs.existsSync(manifestFile)) {
    const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
    if (manifest.version) app.setVersion(manifest.version);
    if (manifest.productName ?? manifest.name) app.setName(manifest.productName ?? manifest.name);
    app.setDesktopName(manifest.desktopName ?? app.name + '.desktop');
    app.setAppPath(folder);
  } else {
    app.setAppPath(path.dirname(main));
  }
  await import(pathToFileURL(main).href);
} catch (error) {
  console.error('The app threw an error while it was loaded.');
  console.error(error);
  process.exit(1);
}
`;
