// Proves this system's package in dist/: installs it, follows one order, removes it. It uses the real home folder and
// keychain of the user: run it on machines of the release pipeline, not on a shop's.
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
