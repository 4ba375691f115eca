import type { JSX } from 'react';
import { alertCode } from '../../shared/orders/alert.ts';
import type { CardState } from '../../shared/orders/card.ts';
import type { MostradorApi } from '../../shared/ipc-contract.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { Button } from '../components/button.tsx';
import styles from './card.module.css';
import { UndoFoot } from './undo-foot.tsx';
import { isLinux, useDrag } from './use-drag.ts';

/** The card while the counter has the focus: how many alerts are unseen, and the most urgent of them. */
export function Pill(props: {
  readonly api: MostradorApi;
  readonly state: CardState;
  readonly texts: Texts['card'];
  /** Text which says that all data is invented; null outside the demonstration. */
  readonly watermark: string | null;
}): JSX.Element {
  const { api, state, texts, watermark } = props;
  const grip = useDrag();
  const [first] = state.alerts;
  return (
    <main className={styles['card']} data-square={isLinux()} data-flash={state.flash} lang={texts.lang}>
      {watermark !== null && <p className={styles['watermark']}>{watermark}</p>}
      {first !== undefined && (
        <div className={styles['pill']} data-kind={first.kind} data-grip={grip !== null} {...grip}>
          <div className={styles['pillWords']}>
            <h1>{texts.title(state.alerts.length + (state.more ?? 0))}</h1>
            <ul aria-live="assertive">
              <li>
                {texts.label[first.kind]} {first.kind !== 'connection' && <bdi>{alertCode(first)}</bdi>}
              </li>
            </ul>
          </div>
          {first.kind !== 'connection' && (
            <Button
              label={texts.viewOrder(alertCode(first))}
              onClick={() => void api['card:open-order']({ orderId: first.subject })}
            >
              {texts.view}
            </Button>
          )}
        </div>
      )}
      <UndoFoot api={api} undo={state.undo} texts={texts} />
    </main>
  );
}
