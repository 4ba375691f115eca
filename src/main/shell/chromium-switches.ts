import { app } from 'electron';

const FEATURES = 'enable-features';

/** Switches on what Chromium leaves off on Linux. Call it before the app is ready. */
export function setChromiumSwitches({ isWayland }: { readonly isWayland: boolean }): void {
  if (process.platform !== 'linux') return;
  // Voices come from the system's service for speech. It is asked for them only by a page that wants to speak.
  app.commandLine.appendSwitch('enable-speech-dispatcher');
  if (!isWayland) return;
  // Asks the desktop for a global shortcut: without it none ever arrives on Wayland.
  const features = [app.commandLine.getSwitchValue(FEATURES), 'GlobalShortcutsPortal'];
  app.commandLine.appendSwitch(FEATURES, features.filter((name) => name !== '').join(','));
}
