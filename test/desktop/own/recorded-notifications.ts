import type { NotificationServer, Toast } from '../notification-server.ts';
import { createRecord } from '../within.ts';
import type { RecordedApp, RecordedNews } from './recorder.ts';

/** The notifications that recorded apps show. */
export type RecordedNotifications = {
  readonly notifications: NotificationServer;
  readonly take: (app: RecordedApp, told: RecordedNews) => void;
};

export function createRecordedNotifications(): RecordedNotifications {
  const record = createRecord<Toast>((toast) => `"${toast.title}" (${toast.urgency})`);
  const closedByApp: number[] = [];
  /** Which app showed each toast, and as which of its own. */
  const owners: { readonly app: RecordedApp; readonly id: number }[] = [];
  const ownerOf = (id: number): (typeof owners)[number] => {
    const owner = owners[id - 1];
    if (owner === undefined) throw new Error(`There is no notification ${String(id)}.`);
    return owner;
  };
  return {
    take: (app, told) => {
      if (told.kind === 'toast') {
        owners.push({ app, id: told.id });
        record.add({
          id: owners.length,
          arrivedAt: performance.now(),
          title: told.title,
          body: told.body,
          urgency: told.urgency,
          expiresAfterMs: told.stays ? 0 : -1,
          replaces: 0,
        });
      }
      if (told.kind === 'closed') {
        closedByApp.push(owners.findIndex((owner) => owner.app === app && owner.id === told.id) + 1);
      }
      if (told.kind === 'failed') console.error(`The system did not show a notification: ${told.error}`);
    },
    notifications: {
      toasts: record.all,
      waitFor: (isWanted, limitMs, what = 'A notification') => record.waitFor(isWanted, limitMs, what),
      closedByApp: () => [...closedByApp],
      click: (id) => {
        const { app, id: own } = ownerOf(id);
        app.tell({ kind: 'click-toast', id: own });
      },
      close: (id) => {
        const { app, id: own } = ownerOf(id);
        app.tell({ kind: 'close-toast', id: own });
      },
      troubles: null,
    },
  };
}
