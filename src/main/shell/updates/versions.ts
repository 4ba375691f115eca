import os from 'node:os';
import { app } from 'electron';
import type { DiagnosticsFacts } from '../../core/health/support-report.ts';

/** Returns the version of this app. */
export function ownVersion(): string {
  return app.getVersion();
}

/** Returns the versions of the app and of what it runs on. */
export function readVersions(): DiagnosticsFacts['versions'] {
  return {
    mostrador: app.getVersion(),
    packaged: app.isPackaged,
    electron: process.versions.electron,
    chrome: process.versions.chrome,
    node: process.versions.node,
    system: `${os.type()} ${os.release()} (${os.version()})`,
    platform: process.platform,
    arch: process.arch,
    locale: app.getLocale(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    memoryMiB: Math.round(os.totalmem() / 2 ** 20),
    processors: os.cpus().length,
    upMinutes: Math.round(process.uptime() / 60),
    computerUpMinutes: Math.round(os.uptime() / 60),
  };
}

/** Returns texts that may contain the user's name, with what the support report shows instead. */
export function ownPlaces(profileDir: string): DiagnosticsFacts['ownPlaces'] {
  return [
    [profileDir, '<profile>'],
    [os.homedir(), '<home>'],
    // Windows may shorten the user's name there: JUANPE~1.
    [os.tmpdir(), '<temp>'],
    [os.hostname(), '<computer>'],
  ];
}
