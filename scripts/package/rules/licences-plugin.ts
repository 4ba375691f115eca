import { findPackage, packageFolderOf, readLicence, withDependencies } from './licences.ts';

/** The part of Rollup's output that is read here. */
type Chunk = {
  readonly type: string;
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
};
type Emitter = { readonly emitFile: (file: { type: 'asset'; fileName: string; source: string }) => string };

/**
 * Writes licences.json next to a bundle: every package with code in it, those that it loads at run time with their
 * dependencies, and `also`, which are shipped without being imported. `loads` names packages that it may load, if
 * installed.
 */
export function licencesPlugin(options: {
  readonly root: string;
  readonly loads?: readonly string[];
  readonly also?: readonly string[];
}) {
  const { root, loads = [], also = [] } = options;
  return {
    name: 'licences',
    generateBundle(this: Emitter, _options: unknown, bundle: Readonly<Record<string, Chunk>>): void {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const bundled = chunks.flatMap(({ modules = {} }) =>
        Object.entries(modules)
          .filter(([, { renderedLength }]) => renderedLength > 0)
          .flatMap(([id]) => packageFolderOf(id) ?? []),
      );
      const imported = chunks
        .flatMap(({ imports = [], dynamicImports = [] }) => [...imports, ...dynamicImports])
        .filter((name) => name !== 'electron' && !name.startsWith('node:') && !(name in bundle));
      const loaded = [...imported, ...loads]
        .flatMap((name) => findPackage(name, root) ?? [])
        .flatMap(withDependencies);
      const alone = also.flatMap((name) => findPackage(name, root) ?? []);
      const licences = [...new Set([...loaded, ...bundled, ...alone])]
        .map((folder) => readLicence(folder, loaded.includes(folder)))
        .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
      this.emitFile({
        type: 'asset',
        fileName: 'licences.json',
        source: JSON.stringify(licences, null, 1),
      });
    },
  };
}
