/** The id by which Windows knows the app: for its shortcuts, notifications and start at login. */
export const APP_ID = 'app.mostrador.desktop';

/**
 * The COM class through which Windows calls the app when a notification is clicked; the installer writes it into the
 * shortcuts.
 */
export const TOAST_ACTIVATOR_CLSID = '{6D1A7C54-3B0E-4F7B-9C0A-2E5D8B41F6A3}';
