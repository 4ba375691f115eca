const LOCAL = '+local';

/**
 * The version to build: the product's own; with the suffix `+local` when another Electron than the official one is
 * inside, so that nobody takes the package for one of the published.
 */
export function versionToBuild(version: string, official: boolean): string {
  return official ? version : `${version}${LOCAL}`;
}

/** Why this version must not be published under this git tag; null when it may. */
export function whyNotPublish(version: string, tag: string): string | null {
  if (!/^\d+\.\d+\.\d+(-[0-9a-z.]+)?$/.test(version)) {
    return `${version} is not for publishing: only packages of the official Electron are.`;
  }
  return tag === `v${version}` ? null : `The tag is ${tag} and the version ${version}: they must agree.`;
}

/** The version that a package's file name carries; null when it carries none. */
export function versionInName(file: string): string | null {
  const name = file.replace(/\.\w+$/, '').replace(/[_-](x64|arm64|amd64|x86_64)$/i, '');
  return /[_-](\d+\.\d+\.\d+(?:[-+][0-9a-z.]+)?)$/i.exec(name)?.[1] ?? null;
}
