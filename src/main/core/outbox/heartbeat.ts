import type { HeartbeatSettings, LastSending } from '../../../shared/settings/outgoing.ts';
import { msBetween, type Now } from '../../../shared/time.ts';
import type { SendOutcome } from './types.ts';

const EVERY_MS = 5 * 60 * 1000;
/** Polls come at least every five minutes. */
const POLL_IS_LIVE_MS = 11 * 60 * 1000;

/** What has to be true before a monitor is told that all is well. */
export type LifeSigns = {
  /** The last poll, and when it ended (ISO UTC); null: none yet. */
  readonly poll: { readonly ok: boolean; readonly at: string } | null;
  readonly isReceiverOpen: boolean;
  /** Webhooks are expected: the shop has a public address. */
  readonly hasAddress: boolean;
  /** What comes in is on the disk. */
  readonly isStored: boolean;
};

/** Returns whether the app does all of its work, so that a monitor may be told so. */
export function isReallyWell(
  { poll, isReceiverOpen, hasAddress, isStored }: LifeSigns,
  now: string,
): boolean {
  if (poll === null || !poll.ok || !isStored || (hasAddress && !isReceiverOpen)) return false;
  return Math.abs(msBetween(poll.at, now)) < POLL_IS_LIVE_MS;
}

/** Tells a monitor of the owner's choice every five minutes that all is well; it alarms when that stops. */
export function createHeartbeat(deps: {
  readonly settings: () => HeartbeatSettings;
  readonly signs: () => LifeSigns;
  readonly send: (heartbeat: HeartbeatSettings) => Promise<SendOutcome>;
  readonly now: Now;
  readonly monotonicMs: () => number;
  readonly onChange: () => void;
  readonly log: { readonly info: (message: string) => void };
}): {
  /** Call it often. Sends when it is time and all is well. */
  readonly look: () => void;
  readonly last: () => LastSending | null;
} {
  let last: LastSending | null = null;
  let sentMs = Number.NEGATIVE_INFINITY;
  let sentTo = '';
  let isSending = false;

  const beat = async (settings: HeartbeatSettings): Promise<void> => {
    const outcome = await deps.send(settings);
    const failed = outcome.kind === 'failed' ? { trouble: outcome.trouble, status: outcome.status } : null;
    // One line for each change, not for each beat.
    if (last === null || (last.failed === null) !== (failed === null)) {
      deps.log.info(
        failed === null
          ? 'The monitor is told that all is well'
          : `The monitor cannot be told: ${failed.trouble}`,
      );
    }
    last = { at: deps.now(), failed };
    isSending = false;
    deps.onChange();
  };

  return {
    look: () => {
      const settings = deps.settings();
      if (!settings.enabled || isSending) return;
      const nowMs = deps.monotonicMs();
      if (settings.address === sentTo && nowMs - sentMs < EVERY_MS) return;
      if (!isReallyWell(deps.signs(), deps.now())) return;
      sentMs = nowMs;
      sentTo = settings.address;
      isSending = true;
      void beat(settings);
    },
    last: () => last,
  };
}
