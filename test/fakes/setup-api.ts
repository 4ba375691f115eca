import type { MostradorApi, SettingsView } from '../../src/shared/ipc-contract.ts';
import type { SetupView } from '../../src/shared/setup.ts';
import type { FakeCall } from './computer-api.ts';

/** The part of the fake main process that the setup assistant asks. */
export function setupApi(deps: {
  readonly main: { readonly setup: (view: SettingsView) => SetupView };
  readonly call: FakeCall;
  readonly view: () => SettingsView;
}): Pick<MostradorApi, 'setup:read' | 'window:open-setup' | 'window:open-counter'> {
  const { main, call, view } = deps;
  return {
    'setup:read': () => call('setup:read', undefined, () => main.setup(view())),
    'window:open-setup': () => call('window:open-setup', undefined, () => null),
    'window:open-counter': () => call('window:open-counter', undefined, () => null),
  };
}
