import type { JSX } from 'react';
import type { SetupState } from '../../shared/setup.ts';
import { CheckIcon, CloseIcon } from '../components/icons.tsx';
import styles from './step-mark.module.css';

/** The tick of a step; told apart by shape as well as by colour. */
export function StepMark({
  state,
  number,
}: {
  readonly state: SetupState;
  /** Shown while there is nothing to tick; null shows a plain ring. */
  readonly number: number | null;
}): JSX.Element {
  return (
    <span className={styles['mark']} data-state={state} aria-hidden="true">
      {state === 'proven' && <CheckIcon />}
      {state === 'failing' && <CloseIcon />}
      {state === 'off' && '–'}
      {(state === 'open' || state === 'unproven') && number}
    </span>
  );
}
