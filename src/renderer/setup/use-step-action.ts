import { assertNever } from '../../shared/result.ts';
import { hasSignIn } from '../../shared/settings.ts';
import type { SetupStepId, SetupView } from '../../shared/setup.ts';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { missingOfTunnel } from '../tunnel-form/tunnel-fields.ts';
import { useShop } from '../shop-context.ts';
import { sendTest } from './send-test.ts';
import type { StepAction } from './setup-footer.tsx';

/**
 * Returns what the main button and Enter do on a step: the action that proves the step, or, once proven, the next step.
 */
export function useStepAction(props: {
  readonly form: SettingsForm;
  readonly view: SetupView;
  readonly current: SetupStepId;
  readonly onTested: () => void;
  /** null on the last step. */
  readonly goOn: (() => void) | null;
}): StepAction & {
  /** True when the action leaves the step: a button to skip it is then not needed. */
  readonly leaves: boolean;
} {
  const { form, view, current, goOn, onTested } = props;
  const { texts, api, view: kept } = useShop();
  const { setup, settings } = texts;
  const { fields } = form;
  const step = view.steps[current];
  const leave =
    goOn === null
      ? { label: setup.openCounter, run: () => void api['window:open-counter'](), leaves: true }
      : { label: setup.next, run: goOn, leaves: true };

  const then = (work: () => Promise<boolean>) => async (): Promise<void> => {
    if (await work()) goOn?.();
  };

  switch (current) {
    case 'shop': {
      if (!form.isDirty) return leave;
      const isWhole = fields.chainId.trim() !== '' && fields.vendorId.trim() !== '';
      // With the key saved, the shop can be proven at once.
      return isWhole && hasSignIn(kept.settings, kept.secrets)
        ? { label: settings.saveAndTry, run: then(form.saveAndTry), leaves: false }
        : { label: setup.saveAndNext, run: then(form.save), leaves: false };
    }
    case 'key': {
      if (step.state === 'proven' && !form.isDirty) return leave;
      const isShopKnown = fields.chainId.trim() !== '' && fields.vendorId.trim() !== '';
      if (isShopKnown) {
        return { label: settings.saveAndTry, run: async () => void (await form.saveAndTry()), leaves: false };
      }
      return form.isDirty ? { label: setup.saveAndNext, run: then(form.save), leaves: false } : leave;
    }
    case 'secret':
      if (kept.secrets['webhook-secret'].present) return leave;
      return {
        label: settings.generate,
        run: async () => {
          await form.run(
            () => api['webhook-secret:generate'](),
            (t) => t.settings.generated,
          );
        },
        leaves: false,
      };
    case 'address':
      if (!form.isDirty) return leave;
      return {
        label: settings.save,
        run: async () => void (await form.save(missingOfTunnel(fields, form.typed, kept.secrets))),
        leaves: false,
      };
    case 'test':
      if (step.state === 'proven') return leave;
      return { label: setup.test.send, run: () => sendTest(form, api, onTested), leaves: false };
    case 'cases':
      return leave;
    default:
      return assertNever(current);
  }
}
