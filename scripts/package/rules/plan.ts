/** What decides which packages can be built. */
export type Machine = {
  /** As `process.platform`. */
  readonly platform: string;
  /** Whether the official Electron is at hand, and with it the place where the packagers' tools are. */
  readonly official: boolean;
  readonly hasDpkg: boolean;
};
export type Choice = {
  readonly target: 'deb' | 'AppImage' | 'nsis' | 'dmg';
  readonly can: boolean;
  /** How it is built, or why it cannot be. */
  readonly how: string;
};

/** Which packages a machine can build, how, and why not the others. */
export function planPackages(machine: Machine): readonly Choice[] {
  return [
    { target: 'deb', ...debChoice(machine) },
    { target: 'AppImage', ...choice(machine, 'linux', 'Linux', 'its runtime file and mksquashfs') },
    { target: 'nsis', ...choice(machine, 'win32', 'Windows', 'NSIS with its plug-ins and Electron') },
    { target: 'dmg', ...choice(machine, 'darwin', 'macOS', 'Electron') },
  ];
}

type Answer = Pick<Choice, 'can' | 'how'>;

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
