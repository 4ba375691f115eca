import type { Result } from '../../../shared/result.ts';
import type { InstallBlock, UpdateFailure, UpdateState } from '../../../shared/update.ts';
import type { Now } from '../support/now.ts';
import { installBlock, installsAtQuit, planUpdate, type UpdateFacts } from './plan.ts';

const INSTALL_LIMIT_MS = 60_000;

/** The part that speaks to the server and to the system's installer. */
export type Updater = {
  /** False: this copy of the app cannot be updated by itself. */
  readonly isSupported: boolean;
  /** The system asks for a password before it installs. */
  readonly needsPassword: boolean;
  /** null: there is nothing newer for this computer. */
  readonly check: () => Promise<Result<string | null, UpdateFailure>>;
  /** Fetches what was found and proves that it is what was published. */
  readonly download: (onPercent: (percent: number) => void) => Promise<Result<null, UpdateFailure>>;
  /** Ends the app, installs what was fetched and starts the app again. Returns why it cannot be; else null. */
  readonly installAndRestart: () => 'tampered' | null;
  /** Whether what was fetched is installed when the app ends; until somebody says so it is not. */
  readonly setInstallAtQuit: (on: boolean) => void;
};

export type UpdateScheduler = {
  readonly state: () => UpdateState;
  readonly block: () => InstallBlock;
  /** Does what is due. Call it every minute. */
  readonly tick: () => void;
  /** Somebody asks: looks now and fetches at once. */
  readonly checkNow: () => Promise<void>;
  /** Somebody asks: installs now unless something stands in the way. */
  readonly installNow: () => void;
  /** The app ends. An installer that begins while the computer shuts down would be cut off. */
  readonly stop: (options: { readonly isSessionEnding: boolean }) => void;
};

/** Keeps the app up to date without ever costing an alert. */
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
  /** One that does not end the app within a while has come to nothing: it may be tried again, and counts for no later end. */
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
    if (refused !== 'tampered') return;
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
      // Somebody asked, or the plan did: then it was decided before the app began to end.
      const isWanted = isInstalling() || installsAtQuit({ ...deps.facts(), state });
      updater.setInstallAtQuit(isWanted && !isSessionEnding);
    },
  };
}
