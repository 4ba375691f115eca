import type { MostradorApi, SettingsView } from '../../src/shared/ipc-contract.ts';
import type { SetupTest, SetupView, SingleAsk } from '../../src/shared/setup.ts';
import type { FakeCall } from './computer-api.ts';

/** What main knows about the setup; tests change it between calls. */
export type FakeSetup = {
  setup: (view: SettingsView) => SetupView;
  runTest: () => Promise<SetupTest>;
  askSingle: () => SingleAsk;
};

/** The part of the fake main process that answers the setup assistant. */
export function setupApi(deps: {
  readonly main: FakeSetup;
  readonly call: FakeCall;
  readonly view: () => SettingsView;
}) {
  const { main, call, view } = deps;
  return {
    'setup:read': () => call('setup:read', undefined, () => main.setup(view())),
    'setup:test': () => call('setup:test', undefined, () => main.runTest()),
    'setup:ask-single': () => call('setup:ask-single', undefined, () => main.askSingle()),
    'setup:copy': (arg) => call('setup:copy', arg, () => true),
    'window:open-setup': () => call('window:open-setup', undefined, () => null),
    'window:open-counter': () => call('window:open-counter', undefined, () => null),
  } satisfies Partial<MostradorApi>;
}
