import { Notification, type NativeImage } from 'electron';
import type { Log } from '../../log.ts';
import type { Toaster, ToastHealth } from './toast.ts';

/** Returns a toaster that uses Electron, for systems where its call does not block. */
export function createElectronToasts(deps: {
  readonly icon: NativeImage;
  readonly onHealth: ToastHealth;
  readonly log: Pick<Log, 'error'>;
}): Toaster {
  // A notification that nothing refers to is collected together with its click handler.
  const alive = new Map<string, Notification>();
  const close = (key: string): void => {
    alive.get(key)?.close();
    alive.delete(key);
  };
  return {
    show: (key, { title, body, isUrgent, stays, onClick }) => {
      // Where the system has no notifications, showing one does nothing, and no event says so.
      if (!Notification.isSupported()) {
        deps.onHealth('degraded', 'toasts-missing');
        return;
      }
      const notification = new Notification({
        title,
        body,
        icon: deps.icon,
        urgency: isUrgent ? 'critical' : 'normal',
        timeoutType: stays ? 'never' : 'default',
        // The app has tones of its own, which a mute and quiet hours silence.
        silent: true,
      });
      notification.on('show', () => deps.onHealth('ok', 'ok'));
      notification.on('click', () => {
        alive.delete(key);
        onClick();
      });
      notification.on('failed', (_event, error) => {
        alive.delete(key);
        deps.log.error(`The desktop refused a notification: ${error}`);
        deps.onHealth('degraded', 'toasts-missing');
      });
      // Other toasts disappear by themselves. An alert's toast is kept until its alert ends.
      if (!stays) notification.on('close', () => alive.delete(key));
      close(key);
      alive.set(key, notification);
      notification.show();
    },
    close,
    whenFree: (run) => run(),
    stop: () => [...alive.keys()].forEach(close),
  };
}
