import { useState } from 'react';
import type { ComputerSwitch, ComputerView } from '../../../shared/computer.ts';
import { createLive, useLive } from '../../live.ts';
import { useShop } from '../../shop-context.ts';

export type Computer = {
  /** null until main has answered. */
  readonly view: ComputerView | null;
  /** True when the last change failed. */
  readonly hasFailed: boolean;
  readonly setLoginItem: (on: boolean) => void;
  readonly setTextSize: (percent: number) => void;
  readonly setSwitch: (name: ComputerSwitch, on: boolean) => void;
  readonly checkUpdate: () => void;
  readonly installUpdate: () => void;
  readonly openDiagnostics: () => void;
};

/** Loads the settings of this computer from main. Changes apply at once, without saving. */
export function useComputer(): Computer {
  const { api } = useShop();
  const [hasFailed, setFailed] = useState(false);
  const { state, live } = useLive<ComputerView>(() =>
    createLive({
      read: () => api['computer:read'](),
      listen: (apply) => api.on('computer:changed', (next) => apply(() => next)),
    }),
  );
  const ask = (work: () => Promise<boolean>): void => {
    setFailed(false);
    work()
      .then((isDone) => setFailed(!isDone))
      .catch(() => setFailed(true));
  };
  const told = (call: () => Promise<null>): void =>
    ask(async () => {
      await call();
      return true;
    });
  return {
    view: state.phase === 'ready' ? state.value : null,
    hasFailed: hasFailed || state.phase === 'failed',
    setLoginItem: (on) =>
      ask(async () => {
        const next = await api['computer:set-login-item']({ on });
        live.apply(() => next);
        return true;
      }),
    setTextSize: (to) => ask(() => api['text-size:change']({ to })),
    setSwitch: (name, on) =>
      ask(async () => {
        const isKept = await api['computer:set']({ name, on });
        await live.reload();
        return isKept;
      }),
    checkUpdate: () => told(api['update:check']),
    installUpdate: () => told(api['update:install']),
    openDiagnostics: () => told(api['window:open-diagnostics']),
  };
}
