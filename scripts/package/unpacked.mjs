// Makes the unpacked app of what lies in out/ in a folder, and checks it: `unpacked.mjs FOLDER`. Needs nothing from elsewhere.
import process from 'node:process';
import { electronDistribution } from '../prepare/electron-runtime.mjs';
import { Obstacle, runScript } from '../prepare/progress.mjs';
import { ownVersion, pack } from './pack.mjs';
import { verifyPackages } from './verify.mjs';

await runScript(async () => {
  const [output] = process.argv.slice(2);
  const electron = electronDistribution();
  if (output === undefined || electron === null) throw new Obstacle('A folder and an Electron are needed.');
  await pack({
    // The official Electron is also taken from its local folder: nothing is downloaded.
    electron: { ...electron, official: false },
    version: ownVersion(electron.official),
    targets: ['dir'],
    archs: [process.arch],
    output,
  });
  console.log(await verifyPackages(output));
  return 0;
});
