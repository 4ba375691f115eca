/** Facts about syncing with the platform that outlive a restart. Times are ISO UTC. */
export type SyncNote =
  | 'last-contact'
  | 'last-week-sweep'
  | 'last-full-sweep'
  | 'outage-since'
  | 'clock-offset'
  | 'clock-at'
  | 'webhook-proof';

export type SyncNotes = {
  readonly read: (note: SyncNote) => string | null;
  readonly save: (note: SyncNote, value: string) => void;
  readonly forget: (note: SyncNote) => void;
  /**
   * Returns orders that are READY since a time between `from` and `to` and were not requested since `askedBefore`;
   * newest first.
   */
  readonly staleReady: (query: {
    readonly from: string;
    readonly to: string;
    readonly askedBefore: string;
    readonly limit: number;
  }) => readonly string[];
  readonly markAsked: (orderId: string, at: string) => void;
  /** When the platform last sent an order of this shop. */
  readonly lastWebhookAt: () => string | null;
};
