// Checks the unpacked apps in dist/ and prints what is inside.
import { runScript } from '../prepare/progress.mjs';
import { verifyPackages } from './verify.mjs';

await runScript(async () => {
  console.log(await verifyPackages());
  return 0;
});
