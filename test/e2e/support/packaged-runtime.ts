import fs from 'node:fs';
import path from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { electronPath } from '../../desktop/runtime.ts';

/** Makes an Electron in a folder whose cookies are encrypted, as in the packaged app. Returns its executable. */
export async function runtimeWithCookieKey(folder: string): Promise<string> {
  const original = await electronPath();
  const own = path.join(folder, 'electron-with-cookie-key');
  fs.mkdirSync(own);
  for (const name of fs.readdirSync(path.dirname(original))) {
    fs.symlinkSync(path.join(path.dirname(original), name), path.join(own, name));
  }
  const executable = path.join(own, path.basename(original));
  fs.rmSync(executable);
  fs.copyFileSync(original, executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableCookieEncryption]: true,
  });
  return executable;
}
