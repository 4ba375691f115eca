import { useEffect, useState, type JSX } from 'react';
import { alertCode, type Alert, type AlertKind } from '../../shared/orders/alert.ts';
import type { MostradorApi } from '../../shared/ipc-contract.ts';
import { textsFor, type Texts } from '../../shared/texts/texts.ts';
import { Boundary } from './boundary.tsx';
import styles from './boundary.module.css';
import { Button } from './button.tsx';
import { FullMessage } from './full-message.tsx';
import { useKeptFocus } from '../kept-focus.ts';

/** Further alerts are only counted. */
const MAX_ALERTS = 50;

/** A whole page inside a boundary. After a failure it shows only simple parts that do not depend on what failed. */
export function SafePage(props: {
  readonly api: MostradorApi;
  readonly where: string;
  /** True when staff mark alerts as seen on this page: they must still be able to after a failure. */
  readonly hasAlerts: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  const { api, where, hasAlerts, children } = props;
  useKeptFocus();
  return (
    <Boundary api={api} where={where} fallback={<FailedPage api={api} where={where} hasAlerts={hasAlerts} />}>
      {children}
    </Boundary>
  );
}

function FailedPage(props: {
  readonly api: MostradorApi;
  readonly where: string;
  readonly hasAlerts: boolean;
}): JSX.Element {
  const { api, where, hasAlerts } = props;
  const texts = textsFor(document.documentElement.lang === 'en' ? 'en' : 'es');
  const { page } = texts;
  return (
    <div className={styles['page']}>
      {hasAlerts && (
        <Boundary api={api} where={`${where}, unseen alerts`} fallback={null}>
          <PlainAlerts api={api} texts={texts} />
        </Boundary>
      )}
      <FullMessage
        title={page.failedTitle}
        body={page.failedBody}
        action={{ label: page.reload, run: () => window.location.reload() }}
        isError
      />
    </div>
  );
}

/** The unseen alerts as plain lines. */
function PlainAlerts({ api, texts }: { readonly api: MostradorApi; readonly texts: Texts }): JSX.Element {
  const [open, setOpen] = useState<readonly Alert[]>([]);
  useEffect(() => {
    const end = api.on('alerts:changed', setOpen);
    api['alerts:open']().then(setOpen, () => undefined);
    return end;
  }, [api]);
  const seen = (alertIds: readonly string[]): void => {
    api['alerts:acknowledge']({ alertIds })
      .then(() => setOpen((before) => before.filter(({ id }) => !alertIds.includes(id))))
      .catch(() => undefined);
  };
  const shown = open.slice(0, MAX_ALERTS);
  return (
    <ul className={styles['alerts']} aria-label={texts.page.unseen}>
      {shown.map((alert) => (
        <li key={alert.id} className={styles['alert']}>
          <span>{plainTitle(alert.kind, alertCode(alert), texts)}</span>
          <Button
            kind="primary"
            label={texts.card.seenOrder(alertCode(alert))}
            onClick={() => seen([alert.id])}
          >
            {texts.card.seen}
          </Button>
        </li>
      ))}
      {open.length > shown.length && <li>{texts.page.moreUnseen(open.length - shown.length)}</li>}
    </ul>
  );
}

function plainTitle(kind: AlertKind, code: string, { alerts, page }: Texts): string {
  if (kind === 'ready') return alerts.readyTitle(code);
  if (kind === 'cancelled') return alerts.cancelledTitle(code);
  return kind === 'cancelled-after-handover' ? alerts.cancelledAfterTitle(code) : page.unseen;
}
