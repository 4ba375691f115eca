import fs from 'node:fs';
import { createRequire } from 'node:module';

/** Reads a YAML file with the parser that electron-builder reads its configuration with. */
export function readYaml(file: string): unknown {
  const ownRequire = createRequire(import.meta.url);
  const builderRequire = createRequire(ownRequire.resolve('electron-builder/package.json'));
  // js-yaml's own interface.
  const parser = builderRequire('js-yaml') as { readonly load: (text: string) => unknown };
  return parser.load(fs.readFileSync(file, 'utf8'));
}
