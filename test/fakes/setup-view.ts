import { nextStep, setupSteps, type SecretUse } from '../../src/main/core/setup-steps.ts';
import type { Health } from '../../src/shared/health.ts';
import type { SettingsView } from '../../src/shared/ipc-contract.ts';
import type { SetupView } from '../../src/shared/setup.ts';

const NEVER_USED: SecretUse = { accepted: null, refusedAt: null };

/** The assistant's view as main decides it. */
export function setupOf(view: SettingsView, health: Health, use: SecretUse = NEVER_USED): SetupView {
  const steps = setupSteps({ ...view, health, use });
  return { steps, next: nextStep(steps), foundShop: null };
}
