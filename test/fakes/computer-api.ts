import {
  DEFAULT_COMPUTER_SETTINGS,
  type ComputerSwitch,
  type ComputerView,
} from '../../src/shared/computer.ts';
import { type BackupRestored, type BackupSaved } from '../../src/shared/settings/transfer.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings/settings.ts';
import type { DiagnosticsReport, DiagnosticsSaved } from '../../src/shared/health/diagnostics.ts';
import type { MostradorApi, SaveOutcome } from '../../src/shared/ipc-contract.ts';

/** What main knows about this computer; tests change it between calls. */
export type FakeComputer = {
  report: DiagnosticsReport;
  saveReport: () => DiagnosticsSaved;
  computer: ComputerView;
  /** The system's result of switching the login item. */
  loginItemAfter: (on: boolean) => ComputerView['loginItem'];
  saveBackup: () => BackupSaved;
  restoreBackup: () => BackupRestored;
  confirmRestore: () => BackupRestored;
};

export type FakeCall = <T>(channel: string, arg: unknown, answer: () => T | Promise<T>) => Promise<T>;

export const FAKE_COMPUTER: FakeComputer = {
  report: { id: 1, madeAt: '2026-03-12T17:00:00.000Z', files: [] },
  saveReport: () => ({ kind: 'saved', file: '/home/x/report.zip' }),
  computer: {
    ...DEFAULT_COMPUTER_SETTINGS,
    loginItem: { kind: 'off' },
    isKeptAwake: true,
    update: { kind: 'current', checkedAt: null },
    installBlock: null,
  },
  loginItemAfter: (on) => ({ kind: on ? 'on' : 'off' }),
  saveBackup: () => ({ kind: 'saved', file: '/home/x/copia.mostrador' }),
  restoreBackup: () => ({
    kind: 'read',
    file: 'copia.mostrador',
    madeAt: '2026-03-11T15:00:00.000Z',
    orders: 312,
    settings: { ...DEFAULT_SETTINGS, shop: { ...DEFAULT_SETTINGS.shop, name: 'La Vieja' } },
  }),
  confirmRestore: () => ({ kind: 'restarts' }),
};

/** The part of `window.mostrador` that concerns this computer. */
export function fakeComputerApi(
  main: FakeComputer,
  call: FakeCall,
  saveSwitch: (name: ComputerSwitch, on: boolean) => SaveOutcome,
) {
  return {
    'window:open-diagnostics': () => call('window:open-diagnostics', undefined, () => null),
    'window:open-day-test': () => call('window:open-day-test', undefined, () => null),
    'diagnostics:make': () => call('diagnostics:make', undefined, () => main.report),
    'diagnostics:save': (arg) => call('diagnostics:save', arg, () => main.saveReport()),
    'computer:read': () => call('computer:read', undefined, () => main.computer),
    'computer:set-login-item': (arg) =>
      call('computer:set-login-item', arg, () => {
        main.computer = { ...main.computer, loginItem: main.loginItemAfter(arg.on) };
        return main.computer;
      }),
    'computer:set': (arg) =>
      call('computer:set', arg, () => {
        const saved = saveSwitch(arg.name, arg.on);
        if (saved.ok) main.computer = { ...main.computer, ...saved.view.settings.computer };
        return saved.ok;
      }),
    'update:check': () => call('update:check', undefined, () => null),
    'update:install': () => call('update:install', undefined, () => null),
    'backup:save': () => call('backup:save', undefined, () => main.saveBackup()),
    'backup:restore': () => call('backup:restore', undefined, () => main.restoreBackup()),
    'backup:confirm': () => call('backup:confirm', undefined, () => main.confirmRestore()),
  } satisfies Partial<MostradorApi>;
}
