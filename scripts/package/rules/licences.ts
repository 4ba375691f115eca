import fs from 'node:fs';
import path from 'node:path';

/** One package whose code is shipped. */
export type Licence = {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  /** The whole text, which its authors require to be passed on. */
  readonly text: string;
  /** The folder in node_modules from which it is loaded at run time, so it must be shipped unchanged; null: bundled. */
  readonly loadedFrom: string | null;
};

type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  /** The form in old packages. */
  readonly licenses?: readonly { readonly type: string }[];
  readonly author?: string | { readonly name?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

/** Headers and optional compiled code, not needed at run time; they are not shipped. */
const NOT_SHIPPED = ['cpu-features', 'nan', 'node-addon-api'];
const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;
/** A package may name this licence without including its text. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Returns the folder of the package that a bundled module belongs to; null for our own code. */
export function packageFolderOf(moduleId: string): string | null {
  const file = moduleId.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
  const inside = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)(\/|$)/.exec(file);
  return inside?.[1] ?? null;
}

/** Returns the folders of a package and of its installed dependencies, as Node would find them. */
export function withDependencies(folder: string): readonly string[] {
  const found = new Set<string>();
  const visit = (at: string): void => {
    if (found.has(at)) return;
    found.add(at);
    const { dependencies = {}, optionalDependencies = {} } = readManifest(at);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (NOT_SHIPPED.includes(name)) continue;
      const target = findPackage(name, at);
      if (target !== null) visit(target);
    }
  };
  // In the same form as `findPackage`: otherwise a package would be listed twice on Windows.
  visit(folder.replaceAll('\\', '/'));
  return [...found];
}

/** Returns the folder where Node finds a package that is imported in `from`; null when it is not installed. */
export function findPackage(name: string, from: string): string | null {
  for (let at = from; ; at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (fs.existsSync(path.join(folder, 'package.json'))) return folder.replaceAll('\\', '/');
    if (path.dirname(at) === at) return null;
  }
}

/**
 * Reads the licence of a package. Throws when there is none that may be passed on: the package must not be shipped
 * then.
 */
export function readLicence(folder: string, isLoaded: boolean): Licence {
  const { name, version, license, licenses, author } = readManifest(folder);
  const licence = license ?? licenses?.map(({ type }) => type).join(' OR ');
  const loadedFrom = isLoaded ? folder.replace(/^.*\/node_modules\//, '') : null;
  if (licence === undefined) throw new Error(`${name} ${version} names no licence.`);
  const files = fs.readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  const texts = files.toSorted().map((file) => fs.readFileSync(path.join(folder, file), 'utf8').trim());
  if (texts.length > 0) return { name, version, licence, loadedFrom, text: texts.join('\n\n') };
  if (licence !== 'MIT' && !licence.includes('MIT OR')) {
    throw new Error(`${name} ${version} (${licence}) carries no text of its licence.`);
  }
  const owner = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`);
  return { name, version, licence, loadedFrom, text: `Copyright (c) ${owner}\n\n${MIT}` };
}

function readManifest(folder: string): Manifest {
  // Written by npm's own rules; callers handle missing fields.
  return JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}
