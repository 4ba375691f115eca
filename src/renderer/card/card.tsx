import type { JSX } from 'react';
import { alertCode, type Alert, type OutageAlert } from '../../shared/orders/alert.ts';
import type { CardState } from '../../shared/orders/card.ts';
import type { MostradorApi } from '../../shared/ipc-contract.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { Boundary } from '../components/boundary.tsx';
import { Button } from '../components/button.tsx';
import { UndoFoot } from './undo-foot.tsx';
import { useSteady } from '../use-steady.ts';
import styles from './card.module.css';
import { UnclaimedRows } from './unclaimed-rows.tsx';
import { isLinux } from './use-drag.ts';
import { useDrag } from './use-drag.ts';

type CardTexts = Texts['card'];
const MINUTE_MS = 60_000;
/** Rows move when an alert comes or goes. A click already on its way must not hit another order. */
const STEADY_AFTER_MS = 400;

export function Card(props: {
  readonly api: MostradorApi;
  readonly state: CardState;
  readonly texts: CardTexts;
  readonly nowMs: number;
  /** Text which says that all data is invented; null outside the demonstration. */
  readonly watermark: string | null;
}): JSX.Element {
  const { api, state, texts, nowMs, watermark } = props;
  const ids = state.alerts.map(({ id }) => id);
  const { more = 0, revision = 0, unclaimed = [] } = state;
  const count = ids.length + more;
  const seeAll = (): unknown =>
    more > 0 ? api['card:seen-all']({ revision }) : api['alerts:acknowledge']({ alertIds: ids });
  const collect = new Map(state.collect);
  const leadId = state.alerts.find(({ kind }) => kind !== 'cancelled')?.id;
  const grip = useDrag();
  const isSteady = useSteady([...ids, ...unclaimed.map(({ orderId }) => orderId)].join(' '), STEADY_AFTER_MS);
  return (
    <main className={styles['card']} data-square={isLinux()} data-flash={state.flash} lang={texts.lang}>
      {watermark !== null && <p className={styles['watermark']}>{watermark}</p>}
      <header className={styles['head']} data-grip={grip !== null} {...grip}>
        <h1>{titleOf(count, unclaimed.length, texts)}</h1>
        {state.alerts.length > 1 && (
          <Button disabled={!isSteady} onClick={() => void seeAll()}>
            {texts.seenAll(count)}
          </Button>
        )}
        {count === 0 && unclaimed.length > 1 && (
          <Button
            disabled={!isSteady}
            onClick={() => void api['unclaimed:seen']({ orderIds: unclaimed.map(({ orderId }) => orderId) })}
          >
            {texts.seenAll(unclaimed.length)}
          </Button>
        )}
      </header>
      {state.digest !== null && <p className={styles['digest']}>{texts.digest(state.digest)}</p>}
      <ul className={styles['list']} aria-live="assertive">
        {state.alerts.map((alert) => (
          <Boundary
            key={alert.id}
            api={api}
            where="card, row"
            fallback={<PlainRow api={api} alert={alert} texts={texts} />}
          >
            <Row
              api={api}
              alert={alert}
              collect={collect.get(alert.subject) ?? null}
              texts={texts}
              nowMs={nowMs}
              isSteady={isSteady}
              isLead={alert.id === leadId}
            />
          </Boundary>
        ))}
        <UnclaimedRows
          api={api}
          bags={unclaimed}
          texts={texts}
          nowMs={nowMs}
          isSteady={isSteady}
          hasLead={leadId === undefined}
        />
      </ul>
      {more > 0 && (
        <div className={styles['more']}>
          <span>{texts.more(more)}</span>
          <Button onClick={() => void api['window:open-counter']()}>{texts.openCounter}</Button>
        </div>
      )}
      {state.mutedUntil !== null && (
        <p className={styles['note']}>
          {texts.muted(Math.max(1, Math.round((Date.parse(state.mutedUntil) - nowMs) / MINUTE_MS)))}
        </p>
      )}
      <UndoFoot api={api} undo={state.undo} texts={texts} />
    </main>
  );
}

function titleOf(alerts: number, bags: number, texts: CardTexts): string {
  if (alerts > 0) return texts.title(alerts);
  return bags > 0 ? texts.unclaimedTitle(bags) : texts.nothing;
}

function Row(props: {
  readonly api: MostradorApi;
  readonly alert: Alert;
  /** The amount that the rider pays; null when there is nothing to collect. */
  readonly collect: string | null;
  readonly texts: CardTexts;
  readonly nowMs: number;
  readonly isSteady: boolean;
  /** Whether its button is the one that the card leads to. */
  readonly isLead: boolean;
}): JSX.Element {
  const { api, alert, collect, texts, nowMs, isSteady, isLead } = props;
  const minutes = Math.max(0, Math.floor((nowMs - Date.parse(alert.since)) / MINUTE_MS));
  return (
    <li className={styles['row']} data-kind={alert.kind}>
      {alert.kind === 'connection' ? (
        <Outage alert={alert} texts={texts} since={texts.since(minutes)} />
      ) : (
        <button
          type="button"
          className={styles['open']}
          onClick={() => void api['card:open-order']({ orderId: alert.subject })}
        >
          <span className={styles['label']}>{texts.label[alert.kind]}</span>
          {alert.code !== '' && (
            <span className={styles['code']} data-long={alert.code.length > 5}>
              {alert.code}
            </span>
          )}
          <span className={styles['since']}>
            {[alert.customerFirstName, texts.since(minutes)].filter((part) => part !== null).join(' · ')}
          </span>
          {alert.kind === 'ready' && collect !== null && (
            <strong className={styles['collect']}>{texts.collect(collect)}</strong>
          )}
          {alert.reason !== null && <span className={styles['since']}>{texts.reason(alert.reason)}</span>}
        </button>
      )}
      <div className={styles['actions']}>
        <Button
          kind={alert.kind === 'cancelled' ? 'danger' : isLead ? 'primary' : 'plain'}
          label={texts.seenOrder(alertCode(alert))}
          disabled={!isSteady}
          onClick={() => void api['alerts:acknowledge']({ alertIds: [alert.id] })}
        >
          {texts.seen}
        </Button>
        {alert.kind === 'ready' && (
          <Button
            label={texts.handedOverOrder(alert.code)}
            disabled={!isSteady}
            onClick={() => void api['orders:hand-over']({ orderId: alert.subject, handedOver: true })}
          >
            {texts.handedOver}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Replaces a row that failed to render: the code and the button that marks it as seen. */
function PlainRow(props: {
  readonly api: MostradorApi;
  readonly alert: Alert;
  readonly texts: CardTexts;
}): JSX.Element {
  const { api, alert, texts } = props;
  return (
    <li className={styles['row']} data-kind={alert.kind}>
      <div className={styles['open']}>
        <span className={styles['code']}>{alertCode(alert)}</span>
      </div>
      <div className={styles['actions']}>
        <Button
          kind="primary"
          label={texts.seenOrder(alertCode(alert))}
          onClick={() => void api['alerts:acknowledge']({ alertIds: [alert.id] })}
        >
          {texts.seen}
        </Button>
      </div>
    </li>
  );
}

function Outage(props: {
  readonly alert: OutageAlert;
  readonly texts: CardTexts;
  readonly since: string;
}): JSX.Element {
  const { alert, texts, since } = props;
  return (
    <div className={styles['open']}>
      <span className={styles['label']}>{texts.outage.title(alert.cause)}</span>
      <span className={styles['since']}>
        {since} · {texts.outage.help(alert.cause).remedy}
      </span>
    </div>
  );
}
