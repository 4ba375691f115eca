import { app } from 'electron';

const FEATURES = 'enable-features';
/**
 * How long connecting to one address may take: long enough for a slow line and one lost packet; short enough to get past
 * one or two dead addresses within the time limit of a response.
 */
const CONNECT_LIMITS = [
  ['TimeoutTcpConnectAttemptMin', '3s'],
  ['TimeoutTcpConnectAttemptMax', '5s'],
] as const;

/**
 * Makes Chromium use a fixed key for its cookies, of which the app keeps none. By itself it asks the keyring of a Linux desktop
 * for one before anything else runs, and stands still while that is frozen or waits for its password. Call it before Electron
 * is ready.
 */
export function keepChromiumFromKeyring(): void {
  app.commandLine.appendSwitch('password-store', 'basic');
}

/** Switches on what the app needs and Chromium leaves off. Call it before Electron is ready. */
export function setChromiumSwitches({ isWayland }: { readonly isWayland: boolean }): void {
  // Tries the next address of a name when one does not respond: by itself it waits for the system, which takes minutes.
  enableFeature(`TimeoutTcpConnectAttempt:${CONNECT_LIMITS.map((limit) => limit.join('/')).join('/')}`);
  if (process.platform !== 'linux') return;
  // Voices come from the system's service for speech. It is asked for them only by a page that wants to speak.
  app.commandLine.appendSwitch('enable-speech-dispatcher');
  // Asks the desktop for a global shortcut: without it none ever arrives on Wayland.
  if (isWayland) enableFeature('GlobalShortcutsPortal');
}

function enableFeature(name: string): void {
  const given = app.commandLine.getSwitchValue(FEATURES);
  app.commandLine.appendSwitch(FEATURES, given === '' ? name : `${given},${name}`);
}
