import type { MostradorApi } from '../../shared/ipc-contract.ts';
import { assertNever } from '../../shared/result.ts';
import type { SetupPageId, SetupView } from '../../shared/setup.ts';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { missingOfTunnel } from '../tunnel-form/tunnel-fields.ts';
import { useShop } from '../shop-context.ts';
import { shownStep } from './setup-pages.ts';
import { applyLoginWish, type LoginWish } from './login-offer.tsx';
import type { StepAction } from './setup-footer.tsx';

/**
 * Returns what the main button and Enter do on a step: the action that proves the step, or, once proven, the next step.
 */
export function useStepAction(props: {
  readonly form: SettingsForm;
  readonly view: SetupView;
  readonly current: SetupPageId;
  readonly onTested: () => void;
  /** null on the last page. */
  readonly goOn: (() => void) | null;
  readonly login: LoginWish;
}): StepAction & {
  /** True when the action leaves the step: a button to skip it is then not needed. */
  readonly leaves: boolean;
} {
  const { form, view, current, goOn, onTested, login } = props;
  const { texts, api, view: kept } = useShop();
  const { setup, settings } = texts;
  const { fields } = form;
  const step = shownStep(current, view.steps);
  const leave =
    goOn === null
      ? { label: setup.openCounter, run: () => void api['window:open-counter'](), leaves: true }
      : {
          label: setup.next,
          run: () => {
            form.clearResult();
            goOn();
          },
          leaves: true,
        };

  const generate = async (): Promise<void> => {
    await form.run(
      () => api['webhook-secret:generate'](),
      (t) => t.settings.generated,
    );
  };
  const then = (work: () => Promise<boolean>) => async (): Promise<void> => {
    if (await work()) goOn?.();
  };

  switch (current) {
    case 'shop': {
      if (step.state === 'proven' && !form.isDirty) return leave;
      const isWhole = fields.chainId.trim() !== '' && fields.vendorId.trim() !== '';
      // The shop's own id may come with its first webhook; then there is nothing to try yet.
      if (isWhole) return { label: setup.connect, run: then(form.saveAndTry), leaves: false };
      return form.isDirty ? { label: setup.saveAndNext, run: then(form.save), leaves: false } : leave;
    }
    case 'secret':
      if (kept.secrets['webhook-secret'].present) return leave;
      return {
        label: settings.generate,
        run: generate,
        leaves: false,
      };
    case 'address':
      if (!form.isDirty) return leave;
      return {
        label: setup.address.save,
        run: async () => {
          const isSaved = await form.save(missingOfTunnel(fields, form.typed, kept.secrets));
          const needsSecret = fields.tunnelProvider !== 'none' && !kept.secrets['webhook-secret'].present;
          // The portal asks for both together.
          if (isSaved && needsSecret) await generate();
        },
        leaves: false,
      };
    case 'test':
      if (step.state === 'proven') return leave;
      return {
        label: step.reason === 'test-missing' ? setup.test.send : setup.test.again,
        run: async () => {
          await applyLoginWish(api, login);
          await runTest(form, api, onTested);
        },
        leaves: false,
      };
    case 'cases':
      return leave;
    default:
      return assertNever(current);
  }
}

/** Runs the test; the page itself shows how it went. */
export async function runTest(form: SettingsForm, api: MostradorApi, onTested: () => void): Promise<void> {
  let hasRun = false;
  await form.ask(async () => {
    await api['setup:test']();
    hasRun = true;
    return { tone: 'ok', message: (t) => ({ sentence: t.setup.test.title, remedy: '' }) };
  });
  if (hasRun) form.clearResult();
  onTested();
}
