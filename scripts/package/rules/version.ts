const LOCAL = '+local';

/**
 * Returns the version to build: the product's own, with the suffix `+local` when it contains an unofficial Electron, so
 * that it is not mistaken for a published package.
 */
export function versionToBuild(version: string, official: boolean): string {
  return official ? version : `${version}${LOCAL}`;
}

/** Returns why this version must not be published under this git tag; null when it may. */
export function whyNotPublish(version: string, tag: string): string | null {
  if (!/^\d+\.\d+\.\d+(-[0-9a-z.]+)?$/.test(version)) {
    return `${version} is not for publishing: only packages of the official Electron are.`;
  }
  return tag === `v${version}` ? null : `The tag is ${tag} and the version ${version}: they must agree.`;
}

/** Returns the version in a package's file name; null when there is none. */
export function versionInName(file: string): string | null {
  const name = file.replace(/\.\w+$/, '').replace(/[_-](x64|arm64|amd64|x86_64)$/i, '');
  return /[_-](\d+\.\d+\.\d+(?:[-+][0-9a-z.]+)?)$/i.exec(name)?.[1] ?? null;
}
