import type { JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { BagIcon, CloseIcon, UndoIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './notices.module.css';
import type { HandOverControl } from '../detail/use-hand-over.ts';
import type { Refresh } from '../header/use-refresh.ts';

/** Shows the result of the last action for a moment, below the list: over it, it would hide rows and buttons. */
export function Notices(props: {
  readonly refresh: Refresh;
  readonly handOver: HandOverControl;
  /** The orders whose mark can be undone elsewhere on the page: in the detail or in the result of a code check. */
  readonly shownIds: readonly (string | null)[];
}): JSX.Element {
  const { texts } = useShop();
  return (
    <section className={styles['notices']} aria-label={texts.orders.noticesLabel}>
      <HandOverNotice handOver={props.handOver} shownIds={props.shownIds} />
      <ProgressNotice refresh={props.refresh} />
      <RefreshNotice refresh={props.refresh} />
    </section>
  );
}

function HandOverNotice(props: {
  readonly handOver: HandOverControl;
  readonly shownIds: readonly (string | null)[];
}): JSX.Element | null {
  const { handOver, shownIds } = props;
  const { texts } = useShop();
  const { last, hasFailed } = handOver;
  const { failed, marked, undo } = texts.orders.handOver;
  if (hasFailed) {
    return (
      <div className={styles['notice']} data-tone="error">
        <Words {...failed} />
        <Dismiss onClick={handOver.dismiss} />
      </div>
    );
  }
  if (last === null || shownIds.includes(last.id)) return null;
  return (
    <div className={styles['notice']}>
      <BagIcon />
      <Words sentence={marked(last.code)} />
      <Button icon={<UndoIcon />} aria-keyshortcuts="Control+Z" onClick={handOver.undo}>
        {undo}
      </Button>
    </div>
  );
}

/** Not in the header, where it would move the list under somebody's hand. Not a live region: it changes all the time. */
function ProgressNotice({ refresh }: { readonly refresh: Refresh }): JSX.Element | null {
  const { texts } = useShop();
  const { progress } = refresh;
  if (progress === null) return null;
  return (
    <div className={styles['notice']} data-tone="progress">
      <span>{texts.orders.refreshingPage(progress.page, progress.totalPages, progress.orders)}</span>
      <Button icon={<CloseIcon />} onClick={refresh.stop}>
        {texts.orders.stopRefresh}
      </Button>
    </div>
  );
}

/** Always in the page: screen readers only read changes of an existing live region. */
function RefreshNotice({ refresh }: { readonly refresh: Refresh }): JSX.Element {
  const { notice } = refresh;
  return (
    <div className={styles['notice']} role="status" data-tone={notice?.tone}>
      {notice !== null && (
        <>
          <Words {...notice} />
          {notice.tone === 'error' && <Dismiss onClick={refresh.dismiss} />}
        </>
      )}
    </div>
  );
}

function Words(props: { readonly sentence: string; readonly remedy?: string }): JSX.Element {
  return (
    <span>
      <strong>{props.sentence}</strong> {props.remedy}
    </span>
  );
}

function Dismiss({ onClick }: { readonly onClick: () => void }): JSX.Element {
  const { texts } = useShop();
  return <Button kind="quiet" icon={<CloseIcon />} label={texts.orders.keys.close} onClick={onClick} />;
}
