import type { JSX } from 'react';
import { SETUP_PAGES, type SetupPageId, type SetupView } from '../../shared/setup.ts';
import { Rail } from '../components/rail.tsx';
import { DemoEntry } from '../demo/demo-frame.tsx';
import { useShop } from '../shop-context.ts';
import { shownStep } from './setup-pages.ts';
import { StepMark } from './step-mark.tsx';
import styles from './step-rail.module.css';

/** The list of all steps with their marks. */
export function StepRail(props: {
  readonly view: SetupView;
  readonly current: SetupPageId;
  readonly onChoose: (step: SetupPageId) => void;
}): JSX.Element {
  const { view, current, onChoose } = props;
  const { setup } = useShop().texts;
  return (
    <Rail
      label={setup.stepsLabel}
      parts={SETUP_PAGES.map((id, index) => ({
        id,
        mark: <StepMark state={shownStep(id, view.steps).state} number={index + 1} />,
        words: (
          <>
            <span>{setup.steps[id]}</span>
            <span className={styles['state']} data-state={shownStep(id, view.steps).state}>
              {setup.states[shownStep(id, view.steps).state]}
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
