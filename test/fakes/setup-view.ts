import { findCases } from '../../src/main/core/setup/cases.ts';
import { nextStep, setupSteps, type SetupFacts } from '../../src/main/core/setup/steps.ts';
import { isPassed } from '../../src/main/core/setup/test-facts.ts';
import { testSubject } from '../../src/main/core/setup/verdict.ts';
import { webhookUrl } from '../../src/main/core/setup/copy.ts';
import type { SettingsView } from '../../src/shared/ipc-contract.ts';
import type { SetupCases, SetupTest, SetupView } from '../../src/shared/setup.ts';
import { TUNNEL_STOPPED } from './tunnel-status.ts';

export const NO_CASES: SetupCases = findCases([], { 'get-single': null, 'get-list': null });

/** The assistant's view as main decides it; what is not told has not happened. `test`: one of the view's address and secret. */
export function setupOf(
  view: SettingsView,
  {
    test = null,
    ...told
  }: Pick<SetupFacts, 'health'> &
    Partial<Omit<SetupFacts, 'settings' | 'secrets'>> & { readonly test?: SetupTest | null },
): SetupView {
  const facts: SetupFacts = {
    ...view,
    use: { accepted: null, refusedAt: null },
    tunnel: TUNNEL_STOPPED,
    lastTest: test === null ? null : { at: test.at, isPassed: isPassed(test), subject: testSubject(view) },
    cases: NO_CASES,
    ...told,
  };
  const steps = setupSteps(facts);
  const { tunnel, cases } = facts;
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
