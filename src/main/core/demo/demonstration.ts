import type { DemoCommand, DemoDirection, DemoNews, DemoScene, DemoState } from '../../../shared/demo.ts';
import { assertNever, type Result } from '../../../shared/result.ts';
import {
  DEFAULT_SETTINGS,
  type Language,
  type SecretName,
  type Settings,
} from '../../../shared/settings/settings.ts';

type Opened = Extract<DemoNews, { kind: 'opened' }>;
type Ports = Pick<Extract<DemoDirection, { kind: 'open' }>, 'apiPort' | 'publicPort' | 'receiverPort'>;

/** The process that simulates PedidosYa. */
export type DemoProcess = {
  /** Starts the process. `end` is called when it ends by itself; `news` is not called after that. */
  readonly start: (on: { readonly news: (news: DemoNews) => void; readonly end: () => void }) => void;
  readonly send: (direction: DemoDirection) => void;
  readonly stop: () => void;
};

export type Demonstration = {
  /** Opens the simulated shop and writes its settings and keys. Resolves even when this failed: see `state`. */
  readonly prepare: () => Promise<void>;
  /** Starts the scripted orders, once the app uses the saved settings. */
  readonly play: () => Promise<void>;
  readonly state: () => DemoState;
  readonly command: (command: DemoCommand) => void;
  readonly stop: () => void;
};

/** A real shop's tunnel is probed every minute; a viewer of the demonstration does not wait that long. */
const PROVE_EVERY_MS = 1000;
const KEYCHAIN_RETRY_MS = 5000;
/** Six seconds until an outage rings; a real shop uses minutes. */
const OUTAGE_RINGS_AFTER_MINUTES = 0.1;

/** Runs a simulated shop: sets it up, watches it and passes on the user's commands. */
export function createDemonstration(deps: {
  readonly process: DemoProcess;
  readonly pace: number;
  readonly language: Language;
  readonly findPorts: () => Promise<Ports>;
  readonly newSecret: () => string;
  readonly saveSettings: (settings: Settings) => Result<unknown, unknown>;
  readonly saveSecret: (name: SecretName, value: string) => Promise<Result<unknown, unknown>>;
  /** Makes the app use the saved settings. */
  readonly follow: () => Promise<void>;
  readonly poll: () => Promise<unknown>;
  /** Probes the app's own public address and shows the result. */
  readonly proveTunnel: () => Promise<unknown>;
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly onState: (state: DemoState) => void;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}): Demonstration {
  const { process, schedule, log } = deps;
  let state: DemoState = { phase: 'starting' };
  let scene: DemoScene = { step: 'welcome', codes: [], isPaused: false };
  let secrets: { readonly token: string; readonly webhookSecret: string } | null = null;
  let answer: ((news: Opened | null) => void) | null = null;
  let cancelTimer: (() => void) | null = null;
  let isStopped = false;

  const become = (next: DemoState): void => {
    state = next;
    deps.onState(next);
  };
  const stopped = (cause: Extract<DemoState, { phase: 'stopped' }>['cause']): void =>
    become({ phase: 'stopped', cause });
  const later = (work: () => Promise<void>, ms: number): void => {
    cancelTimer?.();
    cancelTimer = schedule(
      () => void work().catch((error: unknown) => log.error('The demonstration', error)),
      ms,
    );
  };

  const onNews = (news: DemoNews): void => {
    switch (news.kind) {
      case 'opened':
        answer?.(news);
        return;
      case 'failed':
        log.error('The demonstration', news.detail);
        answer?.(null);
        return;
      case 'scene':
        scene = news.scene;
        if (state.phase === 'playing') become({ phase: 'playing', scene });
        return;
      case 'ask':
        deps.poll().catch((error: unknown) => log.error('The demonstration could not ask', error));
        return;
      default:
        assertNever(news);
    }
  };

  const open = async (token: string, webhookSecret: string): Promise<(Opened & Ports) | null> => {
    const ports = await deps.findPorts();
    const opened = new Promise<Opened | null>((resolve) => {
      answer = resolve;
    });
    process.start({
      news: onNews,
      end: () => {
        answer?.(null);
        if (!isStopped) stopped('simulator');
      },
    });
    const { pace, language } = deps;
    process.send({ kind: 'open', ...ports, token, webhookSecret, language, pace });
    const shop = await opened;
    return shop === null ? null : { ...shop, ...ports };
  };

  const saveSecrets = async (): Promise<boolean> => {
    if (secrets === null) return false;
    const token = await deps.saveSecret('partner-token', secrets.token);
    return token.ok && (await deps.saveSecret('webhook-secret', secrets.webhookSecret)).ok;
  };

  const prepare = async (): Promise<void> => {
    become({ phase: 'starting' });
    const made = { token: deps.newSecret(), webhookSecret: deps.newSecret() };
    const shop = await open(made.token, made.webhookSecret);
    if (shop === null) return stopped('simulator');
    if (!deps.saveSettings(settingsOf(shop, deps)).ok) return stopped('disk');
    secrets = made;
    if (!(await saveSecrets())) stopped('keychain');
  };

  const begin = async (): Promise<void> => {
    await deps.poll();
    process.send({ kind: 'play' });
    become({ phase: 'playing', scene });
    await watch();
  };

  const retryKeychain = async (): Promise<void> => {
    if (isStopped) return;
    if (!(await saveSecrets())) return later(retryKeychain, KEYCHAIN_RETRY_MS);
    await deps.follow();
    await begin();
  };

  const watch = async (): Promise<void> => {
    if (isStopped || state.phase !== 'playing') return;
    await deps.proveTunnel();
    later(watch, PROVE_EVERY_MS / deps.pace);
  };

  const play = async (): Promise<void> => {
    if (state.phase === 'starting') await begin();
    else if (state.phase === 'stopped' && state.cause === 'keychain') later(retryKeychain, KEYCHAIN_RETRY_MS);
  };

  const anew = async (): Promise<void> => {
    process.stop();
    await prepare();
    await deps.follow();
    await play();
  };

  return {
    prepare,
    play,
    state: () => state,
    command: (command) => {
      if (state.phase === 'playing') process.send({ kind: 'command', command });
      else if (state.phase === 'stopped' && command === 'restart') later(anew, 0);
    },
    stop: () => {
      isStopped = true;
      cancelTimer?.();
      process.stop();
    },
  };
}

function settingsOf(
  shop: Opened & Ports,
  { language, pace }: { language: Language; pace: number },
): Settings {
  const { alerts, partner, tunnel } = DEFAULT_SETTINGS;
  const { chainId, vendorId, shopName } = shop;
  return {
    ...DEFAULT_SETTINGS,
    shop: { name: shopName, chainId, vendorId, country: 'uy', timeZone: '' },
    partner: { ...partner, baseUrl: shop.baseUrl },
    receiver: { port: shop.receiverPort },
    tunnel: { ...tunnel, provider: 'own-url', publicUrl: shop.publicUrl },
    alerts: { ...alerts, connectionAfterMinutes: OUTAGE_RINGS_AFTER_MINUTES / pace },
    language,
  };
}
