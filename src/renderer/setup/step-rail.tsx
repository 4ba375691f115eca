import type { JSX } from 'react';
import { SETUP_STEPS, type SetupStepId, type SetupView } from '../../shared/setup.ts';
import { Rail } from '../components/rail.tsx';
import { DemoEntry } from '../demo/demo-entry.tsx';
import { useShop } from '../shop-context.ts';
import { StepMark } from './step-mark.tsx';
import styles from './step-rail.module.css';

/** The list of all steps with their marks. */
export function StepRail(props: {
  readonly view: SetupView;
  readonly current: SetupStepId;
  readonly onChoose: (step: SetupStepId) => void;
}): JSX.Element {
  const { view, current, onChoose } = props;
  const { setup } = useShop().texts;
  return (
    <Rail
      label={setup.stepsLabel}
      parts={SETUP_STEPS.map((id, index) => ({
        id,
        mark: <StepMark state={view.steps[id].state} number={index + 1} />,
        words: (
          <>
            <span>{setup.steps[id]}</span>
            <span className={styles['state']} data-state={view.steps[id].state}>
              {setup.states[view.steps[id].state]}
            </span>
          </>
        ),
      }))}
      current={current}
      onChoose={onChoose}
      foot={<DemoEntry />}
    />
  );
}
