import type { AsarFile } from './asar-index.ts';

/** What an archive may contain: nothing else is needed at run time. */
const WANTED = [
  /^package\.json$/,
  /^out\/(main|preload|renderer)\/[\w./-]+\.(js|cjs|css|html|json|wav)$/,
  // Pictures that a page imports: the build puts its hash into their names.
  /^out\/renderer\/assets\/[\w-]+\.png$/,
  /^assets\/(icons|tray|sounds)\/[\w-]+\.(png|wav)$/,
  /^node_modules\/(@[\w-]+\/)?[\w-]+\/(package\.json|LICENSE(\.md|-\w+)?)$/,
  /^node_modules\/(@[\w-]+\/)?[\w-]+\/((dist|lib|lib\/[\w/]+)\/)?[\w.-]+\.m?js$/,
  /^node_modules\/(keytar|@photostructure\/sqlite)\/prebuilds\/[\w-]+\/[\w@+.]+\.node$/,
  /^node_modules\/@ngrok\/ngrok-[\w-]+\/ngrok\.[\w-]+\.node$/,
];
/** Of those, files that no program loads. */
const UNWANTED = /(^|\/)(tests?|examples|build-test|install|[\w.-]+\.(test|min))(\/|\.m?js$)/;
/** What it must contain: one of each kind of file. */
const NEEDED = [
  'package.json',
  'out/main/index.js',
  'out/main/licences.json',
  'out/renderer/licences.json',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'assets/icons/256x256.png',
  'assets/sounds/bell.wav',
  'assets/tray/sheet-16.png',
  'node_modules/keytar/lib/keytar.js',
  'node_modules/@photostructure/sqlite/dist/index.mjs',
];

/** Returns the files that must not be in the archive; only `packages` are loaded from their own folders. */
export function strayFiles(files: readonly AsarFile[], packages: readonly string[]): readonly string[] {
  const isStray = ({ path }: AsarFile): boolean => {
    const name = packageOf(path);
    if (name !== null && !packages.includes(name)) return true;
    return UNWANTED.test(path) || !WANTED.some((wanted) => wanted.test(path));
  };
  return files.filter(isStray).map((file) => file.path);
}

function packageOf(path: string): string | null {
  return /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}

/** Returns the files that are missing in the archive; `packages` are loaded from their own folders. */
export function missingFiles(files: readonly AsarFile[], packages: readonly string[]): readonly string[] {
  const needed = [...NEEDED, ...packages.map((name) => `node_modules/${name}/package.json`)];
  return needed.filter((name) => !files.some((file) => file.path === name));
}

/** Returns the native modules that could not be loaded: still inside the archive, or two builds of one. */
export function wrongNativeModules(files: readonly AsarFile[]): readonly string[] {
  const native = files.filter((file) => file.path.endsWith('.node'));
  const groupOf = (file: AsarFile): string =>
    packageOf(file.path)?.replace(/^@ngrok\/.*/, '@ngrok') ?? file.path;
  const isDouble = (file: AsarFile): boolean =>
    native.filter((other) => groupOf(other) === groupOf(file)).length > 1;
  return native.filter((file) => !file.unpacked || isDouble(file)).map((file) => file.path);
}

type Sized = { readonly path: string; readonly bytes: number };

/** Returns the sizes by part, followed by every file with its size. */
export function contentsTable(
  disk: readonly Sized[],
  archive: readonly AsarFile[],
): { readonly summary: string; readonly full: string } {
  const own = disk.filter((file) => /app\.asar(\.unpacked)?(\/|$)/.test(file.path));
  const inArchive = (name: string): string =>
    row(
      `  ${name}`,
      archive.filter((file) => file.path.startsWith(`${name}/`)),
    );
  const summary = [
    row('whole app', disk),
    row(
      'of it Electron',
      disk.filter((file) => !own.includes(file)),
    ),
    row('of it Mostrador', own),
    ...['out/main', 'out/renderer', 'out/preload', 'assets', 'node_modules'].map(inArchive),
  ].join('\n');
  const all = [...disk, ...archive.map((file) => ({ ...file, path: `app.asar: ${file.path}` }))];
  const full = all.map((file) => `${String(file.bytes).padStart(11)}  ${file.path}`).join('\n');
  return { summary, full: `${summary}\n\n${full}` };
}

function row(name: string, files: readonly Sized[]): string {
  const megabytes = files.reduce((sum, file) => sum + file.bytes, 0) / 1e6;
  return `${name.padEnd(18)}${megabytes.toFixed(2).padStart(9)} MB${String(files.length).padStart(6)} files`;
}
