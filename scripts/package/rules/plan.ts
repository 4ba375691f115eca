/** The facts that decide which packages can be built. */
export type Machine = {
  /** As `process.platform`. */
  readonly platform: string;
  /** Whether the official Electron is available, and with it the server of the packagers' tools. */
  readonly official: boolean;
  readonly hasDpkg: boolean;
};
const TARGETS = ['deb', 'AppImage', 'nsis', 'dmg'] as const;
type Target = (typeof TARGETS)[number];
export type Choice = {
  readonly target: Target;
  readonly can: boolean;
  /** How the package is built, or why it cannot be. */
  readonly how: string;
};

/** Returns which packages a machine can build, how, and why not the others. */
export function planPackages(machine: Machine): readonly Choice[] {
  const answers = answersFor(machine);
  return TARGETS.map((target) => ({ target, ...answers[target] }));
}

/** Returns which package can prove its update on this machine without a password; or why none can. */
export function updateProof(machine: Machine): Choice {
  const { platform } = machine;
  if (platform === 'darwin') return { target: 'dmg', can: false, how: 'macOS updates signed apps only' };
  const target = platform === 'win32' ? 'nsis' : 'AppImage';
  return { target, ...answersFor(machine)[target] };
}

type Answer = Pick<Choice, 'can' | 'how'>;

function answersFor(machine: Machine): Readonly<Record<Target, Answer>> {
  return {
    deb: debChoice(machine),
    AppImage: choice(machine, 'linux', 'Linux', 'its runtime file and mksquashfs'),
    nsis: choice(machine, 'win32', 'Windows', 'NSIS with its plug-ins and Electron'),
    dmg: choice(machine, 'darwin', 'macOS', 'Electron'),
  };
}

function debChoice(machine: Machine): Answer {
  if (machine.platform !== 'linux' || machine.official) return choice(machine, 'linux', 'Linux', 'fpm');
  if (machine.hasDpkg) return { can: true, how: 'electron-builder, with dpkg-deb in the place of fpm' };
  return { can: false, how: 'neither fpm, which comes from GitHub, nor dpkg-deb is here' };
}

function choice({ platform, official }: Machine, wanted: string, system: string, tools: string): Answer {
  if (platform !== wanted) return { can: false, how: `the release pipeline builds it on ${system}` };
  if (official) return { can: true, how: 'electron-builder' };
  return { can: false, how: `${tools} would come from GitHub, which is out of reach` };
}

/** The processors to build for: both kinds where shops have both; without the official Electron only this machine's. */
export function archsToBuild(platform: string, official: boolean, own: string): readonly string[] {
  return official && platform !== 'linux' ? ['x64', 'arm64'] : [own];
}

/** Returns the name of the package with ngrok's native part for a system and processor. */
export function ngrokPackage(platform: string, arch: string): string {
  const suffix = platform === 'win32' ? '-msvc' : platform === 'linux' ? '-gnu' : '';
  return `@ngrok/ngrok-${platform}-${arch}${suffix}`;
}

/** The variables that sign a package, when they are set. */
const SIGNING = ['CSC_LINK', 'CSC_KEY_PASSWORD', 'WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'];
const NOTARISING = ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'];

/**
 * Variables that a pipeline sets to an empty text when it has no certificate: the packagers take that for a broken one.
 */
export function emptySigningVariables(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return [...SIGNING, ...NOTARISING].filter((name) => env[name] === '');
}
