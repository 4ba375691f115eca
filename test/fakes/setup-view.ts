import { findCases } from '../../src/main/core/setup-cases.ts';
import { nextStep, setupSteps, type SetupFacts } from '../../src/main/core/setup-steps.ts';
import { webhookUrl } from '../../src/main/core/setup.ts';
import type { SettingsView } from '../../src/shared/ipc-contract.ts';
import type { SetupCases, SetupView } from '../../src/shared/setup.ts';
import { TUNNEL_STOPPED } from './tunnel-status.ts';

export const NO_CASES: SetupCases = findCases([], { 'get-single': null, 'get-list': null });

/** The assistant's view as main decides it; what is not told has not happened. */
export function setupOf(
  view: SettingsView,
  told: Pick<SetupFacts, 'health'> & Partial<Omit<SetupFacts, 'settings' | 'secrets'>>,
): SetupView {
  const facts: SetupFacts = {
    ...view,
    use: { accepted: null, refusedAt: null },
    tunnel: TUNNEL_STOPPED,
    lastTest: null,
    test: null,
    cases: NO_CASES,
    ...told,
  };
  const steps = setupSteps(facts);
  const { tunnel, test, cases } = facts;
  return {
    steps,
    next: nextStep(steps),
    foundShop: null,
    tunnel,
    webhookUrl: webhookUrl(view.settings),
    test,
    cases,
  };
}
