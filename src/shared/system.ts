/** The systems that the app runs on. */
export const SYSTEMS = ['windows', 'mac', 'linux'] as const;
export type System = (typeof SYSTEMS)[number];

/** The system of a platform as Node names it; every other Unix is looked at as Linux. */
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
