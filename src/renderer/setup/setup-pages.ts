import type { SettingsView } from '../../shared/ipc-contract.ts';
import {
  SETUP_PAGES,
  type SetupPageId,
  type SetupState,
  type SetupStep,
  type SetupStepId,
  type SetupSteps,
} from '../../shared/setup.ts';

/** What a page of several steps shows first. */
const FIRST: readonly SetupState[] = ['failing', 'open', 'unproven'];

/** Returns the page on which a step is put right. */
export function pageOf(step: SetupStepId): SetupPageId {
  return step === 'key' ? 'shop' : step;
}

/** Returns the step whose state a page shows. */
export function shownStep(page: SetupPageId, steps: SetupSteps): SetupStep {
  if (page !== 'shop') return steps[page];
  const both = [steps.shop, steps.key];
  const shown = FIRST.flatMap((state) => both.filter((step) => step.state === state));
  return shown[0] ?? steps.key;
}

/** Returns the pages that this shop walks through: who only asks needs no password. */
export function pagesOf({ settings, secrets }: SettingsView): readonly SetupPageId[] {
  const needsSecret = settings.tunnel.provider !== 'none' || secrets['webhook-secret'].present;
  return SETUP_PAGES.filter((page) => page !== 'secret' || needsSecret);
}
