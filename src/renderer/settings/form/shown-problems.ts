import type { SettingsForm } from './use-settings-form.ts';
import { partnerProblems, type Problems } from './validate.ts';

/**
 * Returns the problems to show: those of what was typed, or else the fields that PedidosYa refused last. `code`: a
 * HealthCode or a reason of the setup; null: nothing was refused.
 */
export function shownProblems({ problems, isDirty, busy }: SettingsForm, code: string | null): Problems {
  const isTold = Object.keys(problems).length > 0 || isDirty || busy !== null;
  return isTold || code === null ? problems : partnerProblems(code);
}
