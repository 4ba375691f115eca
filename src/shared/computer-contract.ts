import type { BackupRestored, BackupSaved, ComputerSwitch, ComputerView } from './computer.ts';
import type { DiagnosticsReport, DiagnosticsSaved } from './diagnostics.ts';

/** What a window may ask main about this computer; a part of the contract between pages and main. */
export type ComputerContract = {
  'computer:read': { arg: undefined; answer: ComputerView };
  'computer:set-login-item': { arg: { on: boolean }; answer: ComputerView };
  /** Answers whether it was kept. */
  'computer:set': { arg: { name: ComputerSwitch; on: boolean }; answer: boolean };
  'update:check': { arg: undefined; answer: null };
  'update:install': { arg: undefined; answer: null };
  'backup:save': { arg: undefined; answer: BackupSaved };
  /** Asks for a backup and tells what it holds; changes nothing. */
  'backup:restore': { arg: undefined; answer: BackupRestored };
  /** Starts the app again with the backup that was looked at last. */
  'backup:confirm': { arg: undefined; answer: BackupRestored };
  'window:open-diagnostics': { arg: undefined; answer: null };
  'diagnostics:make': { arg: undefined; answer: DiagnosticsReport };
  'diagnostics:save': { arg: { id: number }; answer: DiagnosticsSaved };
};
