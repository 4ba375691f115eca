import type { JSX } from 'react';
import type { CardState } from '../../shared/orders/card.ts';
import type { MostradorApi } from '../../shared/ipc-contract.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { Button } from '../components/button.tsx';
import styles from './card.module.css';

/** What was just done from the card, with the button that takes it back; nothing when there is nothing to undo. */
export function UndoFoot(props: {
  readonly api: MostradorApi;
  readonly undo: CardState['undo'];
  readonly texts: Texts['card'];
}): JSX.Element | null {
  const { api, undo, texts } = props;
  if (undo === null) return null;
  const { what, codes, count = codes.length } = undo;
  return (
    <div className={styles['undo']} role="status">
      <span>{codes.length === count ? texts.undone[what](codes.join(', ')) : texts.seenMany(count)}</span>
      <Button onClick={() => void api['card:undo']()}>{texts.undo}</Button>
    </div>
  );
}
