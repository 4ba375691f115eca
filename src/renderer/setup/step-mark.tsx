import type { JSX } from 'react';
import type { SetupState } from '../../shared/setup.ts';
import { CheckIcon, CloseIcon } from '../components/icons.tsx';
import rail from '../components/rail.module.css';
import styles from './step-mark.module.css';

/** The mark of a step; its states differ in shape as well as in colour. */
export function StepMark({
  state,
  number,
}: {
  readonly state: SetupState;
  /** Shown until there is a tick; null shows an empty ring. */
  readonly number: number | null;
}): JSX.Element {
  return (
    <span className={`${rail['mark']} ${styles['mark']}`} data-state={state} aria-hidden="true">
      {state === 'proven' && <CheckIcon />}
      {state === 'failing' && <CloseIcon />}
      {state === 'off' && '–'}
      {(state === 'open' || state === 'unproven') && number}
    </span>
  );
}
