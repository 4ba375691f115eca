/** What decides which packages can be built. */
export type Machine = {
  /** As `process.platform`. */
  readonly platform: string;
  /** Whether the official Electron is at hand, and with it the place where the packagers' tools are. */
  readonly official: boolean;
  readonly hasDpkg: boolean;
};
const TARGETS = ['deb', 'AppImage', 'nsis', 'dmg'] as const;
type Target = (typeof TARGETS)[number];
export type Choice = {
  readonly target: Target;
  readonly can: boolean;
  /** How it is built, or why it cannot be. */
  readonly how: string;
};

/** Which packages a machine can build, how, and why not the others. */
export function planPackages(machine: Machine): readonly Choice[] {
  const answers = answersFor(machine);
  return TARGETS.map((target) => ({ target, ...answers[target] }));
}

/** Which package is proven to update itself on a machine, without anybody's password; or why none is. */
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

/** Processors that packages are built for: both kinds where shops have both; without the official Electron only this one's. */
export function archsToBuild(platform: string, official: boolean, own: string): readonly string[] {
  return official && platform !== 'linux' ? ['x64', 'arm64'] : [own];
}

/** The package with ngrok's native part for a system and processor. */
export function ngrokPackage(platform: string, arch: string): string {
  const suffix = platform === 'win32' ? '-msvc' : platform === 'linux' ? '-gnu' : '';
  return `@ngrok/ngrok-${platform}-${arch}${suffix}`;
}

/** What signs a package, when it is there. */
const SIGNING = ['CSC_LINK', 'CSC_KEY_PASSWORD', 'WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'];
const NOTARISING = ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'];

/** Variables that a pipeline sets to nothing when it has no certificate: for the packagers that means a broken one. */
export function emptySigningVariables(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return [...SIGNING, ...NOTARISING].filter((name) => env[name] === '');
}
