import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, shell } from 'electron';
import { z } from 'zod';
import type { AboutInfo, ShippedLicence } from '../../shared/about.ts';

const CHROMIUM_LICENCES = 'LICENSES.chromium.html';
/** Each part of the build lists the packages that it contains. */
const PARTS = ['main', 'renderer'] as const;
const licencesSchema = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
);

/** Returns the reader of what the *Acerca de* window shows: versions, and the licences of every shipped package. */
export function createAbout({ appPath }: { readonly appPath: string }): {
  readonly read: () => Promise<AboutInfo>;
  /** Resolves with false when the file does not exist or no program can open it. */
  readonly openChromiumLicences: () => Promise<boolean>;
} {
  const beside = [path.dirname(app.getPath('exe')), process.resourcesPath];
  const chromiumFile = beside.map((folder) => path.join(folder, CHROMIUM_LICENCES)).find(existsSync);
  return {
    read: async () => {
      const parts = await Promise.all(PARTS.map((part) => readLicences(appPath, part)));
      return {
        version: app.getVersion(),
        electron: process.versions.electron,
        chromium: process.versions.chrome,
        node: process.versions.node,
        licences: byName(parts.flat()),
        hasChromiumLicences: chromiumFile !== undefined,
      };
    },
    openChromiumLicences: async () =>
      chromiumFile !== undefined && (await shell.openPath(chromiumFile)) === '',
  };
}

async function readLicences(appPath: string, part: (typeof PARTS)[number]): Promise<ShippedLicence[]> {
  const file = path.join(appPath, 'out', part, 'licences.json');
  return licencesSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** Returns the licences sorted by name, each version of a package once. */
function byName(licences: readonly ShippedLicence[]): readonly ShippedLicence[] {
  const keyed = new Map(licences.map((one) => [`${one.name} ${one.version}`, one]));
  return [...keyed.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}
