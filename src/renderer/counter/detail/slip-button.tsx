import { useEffect, useState, type JSX } from 'react';
import { MAX_BAGS, type PrintOutcome, type SlipState } from '../../../shared/settings/paper.ts';
import { orderTab, type OrderSummary } from '../../../shared/orders/order.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { Button } from '../../components/button.tsx';
import { PrinterIcon } from '../../components/icons.tsx';
import { outcomeText } from '../../../shared/texts/orders/paper.ts';
import { useShop } from '../../shop-context.ts';
import styles from './slip-button.module.css';

const BAGS = Array.from({ length: MAX_BAGS }, (_, index) => index + 1);

/** Prints the slip of a bag that is here, or of several; absent while no printer is chosen. */
export function SlipButton({ order }: { readonly order: OrderSummary }): JSX.Element | null {
  const { api, texts, view } = useShop();
  const words = texts.paper;
  const [bags, setBags] = useState(1);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<PrintOutcome | null>(null);
  const isOff = !hasSlip(order, view.settings);
  const state = useSlipState(order, isOff);
  if (isOff) return null;

  const print = async (): Promise<void> => {
    setBusy(true);
    setOutcome(null);
    try {
      setOutcome(await api['paper:print']({ orderId: order.id, bags }));
    } catch {
      // Main has logged the reason.
      setOutcome({ kind: 'failed', why: 'failed' });
    } finally {
      setBusy(false);
    }
  };

  const isCopy = state !== 'none';
  return (
    <div className={styles['slip']}>
      <label className={styles['bags']}>
        {words.bags}
        <select value={bags} onChange={(event) => setBags(Number(event.target.value))}>
          {BAGS.map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
      </label>
      <Button icon={<PrinterIcon />} disabled={isBusy} onClick={() => void print()}>
        {isBusy ? words.printing : isCopy ? words.printCopy : words.print}
      </Button>
      <p className={styles['said']} role="status" data-fine={outcome?.kind === 'printed'}>
        {outcome === null ? (state === 'doubtful' ? words.cutShort : '') : outcomeText(outcome, texts)}
      </p>
    </div>
  );
}

/** Returns whether a slip can be printed: a bag that has left, or is not packed yet, needs none. */
export function hasSlip(order: OrderSummary, { paper }: Pick<Settings, 'paper'>): boolean {
  const tab = orderTab(order);
  return paper.way !== 'off' && (tab === 'ready' || tab === 'cancelled');
}

function useSlipState(order: OrderSummary, isOff: boolean): SlipState {
  const { api } = useShop();
  const [state, setState] = useState<SlipState>('none');
  const { id: orderId, status } = order;
  useEffect(() => {
    if (isOff) return undefined;
    let isWanted = true;
    const keep = (next: SlipState): void => {
      if (isWanted) setState(next);
    };
    // Without an answer the button offers a first slip; main knows better.
    const read = (): void => void api['paper:state']({ orderId }).then(keep, () => undefined);
    read();
    const stop = api.on('paper:changed', read);
    return () => {
      isWanted = false;
      stop();
    };
    // A cancelled order has another slip.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [api, orderId, status, isOff]);
  return state;
}
