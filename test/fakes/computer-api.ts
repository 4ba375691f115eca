import type { DiagnosticsReport, DiagnosticsSaved } from '../../src/shared/diagnostics.ts';
import type { MostradorApi } from '../../src/shared/ipc-contract.ts';

/** What main would know of this computer; tests change it freely between calls. */
export type FakeComputer = {
  report: DiagnosticsReport;
  saveReport: () => DiagnosticsSaved;
};

export type FakeCall = <T>(channel: string, arg: unknown, answer: () => T | Promise<T>) => Promise<T>;

export const FAKE_COMPUTER: FakeComputer = {
  report: { id: 1, madeAt: '2026-03-12T17:00:00.000Z', files: [] },
  saveReport: () => ({ kind: 'saved', file: '/home/x/report.zip' }),
};

/** The part of `window.mostrador` that concerns this computer. */
export function fakeComputerApi(main: FakeComputer, call: FakeCall) {
  return {
    'window:open-diagnostics': () => call('window:open-diagnostics', undefined, () => null),
    'diagnostics:make': () => call('diagnostics:make', undefined, () => main.report),
    'diagnostics:save': (arg) => call('diagnostics:save', arg, () => main.saveReport()),
  } satisfies Partial<MostradorApi>;
}
