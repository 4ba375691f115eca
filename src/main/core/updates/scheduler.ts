import type { Result } from '../../../shared/result.ts';
import type { InstallBlock, UpdateFailure, UpdateState } from '../../../shared/computer.ts';
import type { Now } from '../../../shared/time.ts';
import { installBlock, installsAtQuit, planUpdate, type UpdateFacts } from './plan.ts';

const INSTALL_LIMIT_MS = 60_000;

/** Talks to the update server and to the system's installer. */
export type Updater = {
  /** False: this copy of the app cannot update itself. */
  readonly isSupported: boolean;
  /** The system asks for a password before it installs. */
  readonly needsPassword: boolean;
  /** Returns the newer version for this computer; null: there is none. */
  readonly check: () => Promise<Result<string | null, UpdateFailure>>;
  /** Downloads the update and verifies that it is the published one. */
  readonly download: (onPercent: (percent: number) => void) => Promise<Result<null, UpdateFailure>>;
  /** Ends the app, installs the update and starts the app again. Returns why this failed, or null. */
  readonly installAndRestart: () => UpdateFailure | null;
  /** Sets whether the downloaded update is installed when the app ends; off by default. */
  readonly setInstallAtQuit: (on: boolean) => void;
};

export type UpdateScheduler = {
  readonly state: () => UpdateState;
  readonly block: () => InstallBlock;
  /** Does what is due. Call it every minute. */
  readonly tick: () => void;
  /** At the user's request: checks now and downloads at once. */
  readonly checkNow: () => Promise<void>;
  /** At the user's request: installs now unless something prevents it. */
  readonly installNow: () => void;
  /** Call it when the app ends. An installer that begins while the computer shuts down would be cut off. */
  readonly stop: (options: { readonly isSessionEnding: boolean }) => void;
};

/** Updates the app without ever costing an alert. */
export function createUpdateScheduler(deps: {
  readonly updater: Updater;
  readonly facts: () => Omit<UpdateFacts, 'state'>;
  readonly now: Now;
  readonly onChange: () => void;
  readonly log: {
    readonly info: (message: string) => void;
    readonly error: (message: string, detail?: unknown) => void;
  };
}): UpdateScheduler {
  const { updater, now, log } = deps;
  let state: UpdateState = updater.isSupported
    ? { kind: 'current', checkedAt: null }
    : { kind: 'unsupported' };
  /** When the app was last told to end and install, in `upMs`. */
  let installingSinceMs: number | null = null;
  /**
   * An install that does not end the app within a while has failed: it may be tried again, and does not count when the
   * app ends later.
   */
  const isInstalling = (): boolean =>
    installingSinceMs !== null && deps.facts().upMs - installingSinceMs < INSTALL_LIMIT_MS;

  const become = (next: UpdateState): void => {
    state = next;
    deps.onChange();
  };
  const fail = (why: UpdateFailure): void => {
    log.error(`The update came to nothing: ${why}`);
    become({ kind: 'failed', why, at: now() });
  };

  const check = async (): Promise<void> => {
    become({ kind: 'checking' });
    const found = await updater.check();
    if (!found.ok) fail(found.error);
    else if (found.value === null) become({ kind: 'current', checkedAt: now() });
    else {
      log.info(`Version ${found.value} is there`);
      become({ kind: 'found', version: found.value, at: now() });
    }
  };
  const download = async (version: string): Promise<void> => {
    become({ kind: 'downloading', version, percent: 0 });
    const fetched = await updater.download((percent) => {
      if (state.kind === 'downloading' && percent > state.percent) become({ ...state, percent });
    });
    if (fetched.ok) become({ kind: 'ready', version, needsPassword: updater.needsPassword });
    else fail(fetched.error);
  };
  const install = (): void => {
    if (isInstalling()) return;
    installingSinceMs = deps.facts().upMs;
    log.info('Installs the new version and starts again');
    const refused = updater.installAndRestart();
    if (refused === null) return;
    installingSinceMs = null;
    fail(refused);
  };
  const guarded = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      log.error('The update failed', error);
      fail('server');
    });

  return {
    state: () => state,
    block: () => installBlock(deps.facts()),
    tick: () => {
      const step = planUpdate({ ...deps.facts(), state });
      if (step === 'check') void guarded(check());
      if (step === 'download' && state.kind === 'found') void guarded(download(state.version));
      if (step === 'install') install();
    },
    checkNow: async () => {
      if (state.kind === 'current' || state.kind === 'failed') await guarded(check());
      if (state.kind === 'found') await guarded(download(state.version));
    },
    installNow: () => {
      if (state.kind === 'ready' && installBlock(deps.facts()) === null) install();
    },
    stop: ({ isSessionEnding }) => {
      // The user or the plan started the install: the decision was made before the app began to end.
      const isWanted = isInstalling() || installsAtQuit({ ...deps.facts(), state });
      updater.setInstallAtQuit(isWanted && !isSessionEnding);
    },
  };
}
