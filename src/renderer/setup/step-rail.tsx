import type { JSX } from 'react';
import { SETUP_STEPS, type SetupStepId, type SetupView } from '../../shared/setup.ts';
import { DemoEntry } from '../demo/demo-entry.tsx';
import { useShop } from '../shop-context.ts';
import { StepMark } from './step-mark.tsx';
import styles from './step-rail.module.css';

/** All steps with their ticks; any of them can be opened at any time. */
export function StepRail(props: {
  readonly view: SetupView;
  readonly current: SetupStepId;
  readonly onChoose: (step: SetupStepId) => void;
}): JSX.Element {
  const { view, current, onChoose } = props;
  const { texts } = useShop();
  const { setup } = texts;
  return (
    <nav className={styles['rail']} aria-label={setup.stepsLabel}>
      <ol>
        {SETUP_STEPS.map((id, index) => {
          const { state } = view.steps[id];
          return (
            <li key={id}>
              <button
                type="button"
                className={styles['step']}
                aria-current={id === current ? 'step' : undefined}
                onClick={() => onChoose(id)}
              >
                <StepMark state={state} number={index + 1} />
                <span className={styles['words']}>
                  <span className={styles['name']}>{setup.steps[id]}</span>
                  <span className={styles['state']} data-state={state}>
                    {setup.states[state]}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <div className={styles['demo']}>
        <DemoEntry />
      </div>
    </nav>
  );
}
