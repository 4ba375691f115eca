/** The systems that the app runs on. */
export const SYSTEMS = ['windows', 'mac', 'linux'] as const;
export type System = (typeof SYSTEMS)[number];

/** Returns the system for Node's platform name; every other Unix counts as Linux. */
export function systemOf(platform: string): System {
  switch (platform) {
    case 'win32':
      return 'windows';
    case 'darwin':
      return 'mac';
    default:
      return 'linux';
  }
}
