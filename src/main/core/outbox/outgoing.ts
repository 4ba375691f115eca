import type { Alert } from '../../../shared/orders/alert.ts';
import {
  OUTBOX_TARGETS,
  type LetterKey,
  type OutboxTarget,
  type OutgoingTest,
  type OutgoingTestOutcome,
  type OutgoingView,
} from '../../../shared/settings/outgoing.ts';
import type { RefreshOutcome } from '../../../shared/partner.ts';
import { shiftIso } from '../../../shared/time.ts';
import type { ShopHours } from '../updates/shop-hours.ts';
import type { ReceiverState } from '../inbound/receiver-supervisor.ts';
import { createThrottle } from '../support/scheduling.ts';
import type { HealthLights } from '../health/board.ts';
import { createHeartbeat, type LifeSigns } from './heartbeat.ts';
import { createOutgoingLight } from './light.ts';
import { createPhoneOverlay } from './phone-overlay.ts';
import { planPhone, toQueued } from './phone-plan.ts';
import { createRoutes, type RouteDeps } from './routes.ts';
import { createSender, PLACE_LIMITS, type Sender, type SenderDeps } from './sender.ts';
import { createTestSend } from './test-send.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What was sent is kept for so long, to know a repetition; what could not be, for a person to see. */
const KEPT_MS = 14 * DAY_MS;
const REMEMBERED_MS = 2 * DAY_MS;
const LOOK_PAUSE_MS = 200;
/** To say how all places stand reads all that is kept: with thousands of messages that took a third of main, done for each. */
const TOLD_PAUSE_MS = 500;

export type Outgoing = {
  /** An order was stored, and with it what is passed on. */
  readonly wake: () => void;
  /** Alerts or the time changed: messages to the phone may be due. */
  readonly look: () => void;
  /** A poll ended. */
  readonly notePoll: (outcome: RefreshOutcome) => void;
  /** The settings changed: what waited for them goes now. */
  readonly follow: () => void;
  readonly stop: () => Promise<void>;
  readonly pages: {
    readonly read: () => OutgoingView;
    readonly test: (what: OutgoingTest) => Promise<OutgoingTestOutcome>;
    readonly resend: (target: OutboxTarget, id: string) => OutgoingView;
    readonly dismiss: (letters: readonly LetterKey[]) => OutgoingView;
  };
};

/** Returns everything that goes out to places of the owner: to a phone, to the till, to a monitor. */
export function createOutgoing(
  deps: RouteDeps &
    Pick<SenderDeps, 'store' | 'now' | 'monotonicMs' | 'random' | 'schedule' | 'onChange' | 'log'> & {
      readonly health: Pick<HealthLights, 'set'>;
      readonly openAlerts: () => readonly Alert[];
      /** How the receiver stands by itself. */
      readonly receiver: () => ReceiverState;
      /** Why received orders are not stored; null: they are. */
      readonly notStored: () => unknown;
      readonly shopHours: () => ShopHours;
      /** The platform has told its time. */
      readonly isClockProven: () => boolean;
      readonly newId: () => string;
    },
): Outgoing {
  const { settings, now, onChange, log } = deps;
  const store = createPhoneOverlay(deps.store);
  const routes = createRoutes(deps);
  const till = () => settings().outgoing.till;
  const isPhoneOn = (): boolean => settings().outgoing.phone.way !== 'off' && isShopOpen();
  const isShopOpen = (): boolean => deps.shopHours() !== 'closed';
  const tell = createThrottle({
    waitMs: TOLD_PAUSE_MS,
    schedule: (run, ms) => void deps.schedule(run, ms),
    run: () => {
      if (!isStopped) onChange();
    },
  });
  const open = (target: OutboxTarget, send: typeof routes.toTill, isOpen: () => boolean): Sender =>
    createSender({
      ...deps,
      store,
      target,
      send,
      isOpen,
      onChange: tell,
      ...PLACE_LIMITS[target],
    });
  const senders: Readonly<Record<OutboxTarget, Sender>> = {
    phone: open('phone', routes.toPhone, isPhoneOn),
    'till-post': open('till-post', routes.toTill, () => till().post),
    'till-file': open('till-file', routes.toFile, () => till().files),
  };
  const all = OUTBOX_TARGETS.map((target) => senders[target]);

  let poll: LifeSigns['poll'] = null;
  const heartbeat = createHeartbeat({
    ...deps,
    signs: () => ({
      poll,
      isReceiverOpen: deps.receiver()[0] === 'ok',
      hasAddress: settings().tunnel.provider !== 'none',
      isStored: deps.notStored() === null,
    }),
    settings: () => settings().outgoing.heartbeat,
    send: ({ method, address }) => deps.http({ method, url: address }),
  });

  const queuePhone = (): void => {
    const news = planPhone({
      phone: settings().outgoing.phone,
      isShopOpen: isShopOpen(),
      open: deps.openAlerts(),
      rows: store.phoneMessages(shiftIso(now(), -REMEMBERED_MS)),
      parse: deps.readPhoneNews,
      alertOf: routes.alertOf,
      now: now(),
    });
    if (news.length > 0) store.add(news.map((one) => toQueued(one, deps.newId(), now())));
  };
  const guarded = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      log.error(`${what} failed; it is tried again`, error);
    }
  };

  let isStopped = false;
  let purgedAt = '';
  const purge = (): void => {
    const today = now().slice(0, 10);
    // To a clock that is weeks ahead everything that waits looks old, and nothing brings it back.
    if (today === purgedAt || !deps.isClockProven()) return;
    store.purge(shiftIso(now(), -KEPT_MS));
    purgedAt = today;
  };

  const showLight = createOutgoingLight({
    ...deps,
    isOn: (target) => {
      const { phone, heartbeat: beat } = settings().outgoing;
      if (target === 'phone') return phone.way !== 'off';
      if (target === 'heartbeat') return beat.enabled;
      return target === 'till-post' ? till().post : till().files;
    },
  });

  /** Soon, and once for many changes: what rings and what is shown comes first. */
  const look = createThrottle({
    waitMs: LOOK_PAUSE_MS,
    schedule: (run, ms) => void deps.schedule(run, ms),
    run: () => {
      if (isStopped) return;
      if (settings().outgoing.phone.way !== 'off') guarded('Planning messages to the phone', queuePhone);
      guarded('Removing old messages', purge);
      all.forEach((sender) => sender.wake());
      heartbeat.look();
      guarded('Showing how sending goes', () => showLight(read));
    },
  });

  const test = createTestSend({ ...deps, routes });

  const read = (): OutgoingView => ({
    phone: store.state('phone'),
    'till-post': store.state('till-post'),
    'till-file': store.state('till-file'),
    heartbeat: heartbeat.last(),
    deadLetters: store.deadLetters(),
  });

  return {
    wake: () => all.forEach((sender) => sender.wake()),
    look,
    notePoll: ({ ok, at }) => {
      poll = { ok, at };
      heartbeat.look();
    },
    follow: () => {
      all.forEach((sender) => sender.hurry());
      heartbeat.look();
    },
    stop: async () => {
      isStopped = true;
      await Promise.all(all.map((sender) => sender.stop()));
    },
    pages: {
      read,
      test: async (what) => {
        const startedMs = deps.monotonicMs();
        const outcome = await test(what);
        onChange();
        if (outcome.kind === 'failed') return { ok: false, trouble: outcome.trouble, status: outcome.status };
        return { ok: true, ms: Math.round(deps.monotonicMs() - startedMs) };
      },
      resend: (target, id) => {
        store.resend(target, id, now());
        senders[target].hurry();
        return read();
      },
      dismiss: (letters) => {
        store.dismiss(letters);
        showLight(read);
        return read();
      },
    },
  };
}
