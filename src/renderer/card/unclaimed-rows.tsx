import type { JSX } from 'react';
import type { UnclaimedBag } from '../../shared/orders/card.ts';
import type { MostradorApi } from '../../shared/ipc-contract.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { Button } from '../components/button.tsx';
import styles from './card.module.css';

const MINUTE_MS = 60_000;

/** The bags that are ready and that nobody came for. */
export function UnclaimedRows(props: {
  readonly api: MostradorApi;
  readonly bags: readonly UnclaimedBag[];
  readonly texts: Texts['card'];
  readonly nowMs: number;
  readonly isSteady: boolean;
  /** Whether the first bag's button is the one that the card leads to. */
  readonly hasLead: boolean;
}): JSX.Element {
  const { api, bags, texts, nowMs, isSteady, hasLead } = props;
  return (
    <>
      {bags.map(({ orderId, code, customerFirstName, since }, index) => (
        <li key={orderId} className={styles['row']} data-kind="unclaimed">
          <button
            type="button"
            className={styles['open']}
            onClick={() => void api['card:open-order']({ orderId })}
          >
            <span className={styles['label']}>
              {texts.unclaimed(Math.max(0, Math.floor((nowMs - Date.parse(since)) / MINUTE_MS)))}
            </span>
            <span className={styles['code']} data-long={code.length > 5}>
              {code}
            </span>
            {customerFirstName !== null && <span className={styles['since']}>{customerFirstName}</span>}
          </button>
          <div className={styles['actions']}>
            <Button
              kind={hasLead && index === 0 ? 'primary' : 'plain'}
              label={texts.seenOrder(code)}
              disabled={!isSteady}
              onClick={() => void api['unclaimed:seen']({ orderIds: [orderId] })}
            >
              {texts.seen}
            </Button>
            <Button
              label={texts.handedOverOrder(code)}
              disabled={!isSteady}
              onClick={() => void api['orders:hand-over']({ orderId, handedOver: true })}
            >
              {texts.handedOver}
            </Button>
            <Button
              kind="quiet"
              label={`${texts.silenceOrder} ${code}`}
              disabled={!isSteady}
              onClick={() => void api['unclaimed:silence']({ orderId, silenced: true })}
            >
              {texts.silence}
            </Button>
          </div>
        </li>
      ))}
    </>
  );
}
