import { versionInName, whyNotPublish } from './version.ts';

/** What a release must contain so that every system can install it and update itself. */
const NEEDED: readonly (readonly [string, RegExp])[] = [
  ['the installer for Windows', /-x64\.exe$/],
  ['the installer for Windows on ARM', /-arm64\.exe$/],
  ['the disk image for macOS', /-arm64\.dmg$/],
  ['the disk image for macOS on Intel', /-x64\.dmg$/],
  ['the archive that macOS updates itself from', /\.zip$/],
  ['the deb', /_amd64\.deb$/],
  ['the AppImage', /\.AppImage$/],
  ['the description of updates for Windows', /^latest\.yml$/],
  ['the description of updates for macOS', /^latest-mac\.yml$/],
  ['the description of updates for Linux', /^latest-linux\.yml$/],
];

/** Returns why these files must not be published as the release of `tag`; empty when they may. */
export function faultsOfRelease(names: readonly string[], version: string, tag: string): readonly string[] {
  const why = whyNotPublish(version, tag);
  const missing = NEEDED.filter(([, pattern]) => !names.some((name) => pattern.test(name)));
  const packages = names.filter((name) => /\.(exe|dmg|zip|deb|AppImage)$/.test(name));
  return [
    ...(why === null ? [] : [why]),
    ...packages
      .filter((name) => versionInName(name) !== version)
      .map((name) => `${name} is not of version ${version}.`),
    ...missing.map(([what]) => `${what} is missing.`),
  ];
}
