// Proves the package of this system that lies in dist/: installs it, follows one order through it, removes it. It uses
// the real home folder and keychain of whoever runs it: for machines of the release pipeline, not for a shop's.
import process from 'node:process';
import { proveAppImage } from './app-image.ts';
import { proveDiskImage } from './disk-image.ts';
import { proveSetup } from './setup.ts';

if (process.env['CI'] !== 'true' && !process.argv.includes('--on-this-computer')) {
  console.error(
    'This installs the app here and uses its keychain entries: add --on-this-computer to mean it.',
  );
  process.exit(1);
}
switch (process.platform) {
  case 'win32':
    await proveSetup();
    break;
  case 'darwin':
    await proveDiskImage();
    break;
  default:
    await proveAppImage();
}
