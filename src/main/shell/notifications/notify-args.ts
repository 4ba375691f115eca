import type { BusArg, BusVariant } from './bus-wire.ts';
import type { Toast } from './toast.ts';

const URGENCY = { normal: 1, critical: 2 } as const;
const EXPIRES = { asTheDesktopLikes: -1, never: 0 } as const;

/** What all toasts of the app have in common. */
export type ToastLook = {
  /** Name of the app's `.desktop` file, without its ending. */
  readonly desktopEntry: string;
  /** Shown in every toast; null: none. */
  readonly icon: Extract<BusVariant, { type: 'image' }> | null;
};

/** Returns the arguments of `Notify`. Source: Desktop Notifications Specification 1.2. */
export function notifyArgs(
  { title, body, isUrgent, stays }: Toast,
  { desktopEntry, icon }: ToastLook,
): readonly BusArg[] {
  return [
    'Mostrador',
    { type: 'count', value: 0 },
    '',
    title,
    body,
    // The action of a click on the toast. Servers that show a button for it need a label.
    { type: 'texts', value: ['default', 'Mostrador'] },
    {
      type: 'dictionary',
      value: [
        ['urgency', { type: 'byte', value: isUrgent ? URGENCY.critical : URGENCY.normal }],
        ['desktop-entry', { type: 'text', value: desktopEntry }],
        // The app has tones of its own, which a mute and quiet hours silence.
        ['suppress-sound', { type: 'yes' }],
        ...(icon === null ? [] : ([['image-data', icon]] as const)),
      ],
    },
    { type: 'integer', value: stays ? EXPIRES.never : EXPIRES.asTheDesktopLikes },
  ];
}
