import { useRef, useState, type JSX, type ReactNode } from 'react';
import { UNDO_MS } from '../../shared/orders/card.ts';
import { StopIcon } from '../components/icons.tsx';
import { SearchBox } from '../counter/header/search-box.tsx';
import { useShop } from '../shop-context.ts';
import styles from './alert-page.module.css';
import { CardExhibit, Exhibit, RowExhibit } from './exhibits.tsx';
import { sampleAlert, sampleOrder } from './samples.ts';
import body from './tour-body.module.css';

const SAMPLE = { code: '4821', minutes: 1, customerFirstName: 'Lucía' };

/** What to do when an alert rings. */
export function AlertPage(): JSX.Element {
  const { texts, clock } = useShop();
  const { alert } = texts.tour;
  const [nowMs] = useState(() => clock.now());
  return (
    <>
      <p className={body['intro']}>{alert.intro}</p>
      <ol className={styles['steps']}>
        <Step number={1} {...alert.look}>
          <CardExhibit nowMs={nowMs} alerts={[sampleAlert(nowMs, 'ready', SAMPLE)]} />
        </Step>
        <Step number={2} {...alert.seen(UNDO_MS / 1000)}>
          <CardExhibit nowMs={nowMs} alerts={[]} undo={{ what: 'seen', codes: [SAMPLE.code] }} />
        </Step>
        <Step number={3} {...alert.check}>
          <div className={styles['search']}>
            <Exhibit>
              <Typed code={SAMPLE.code} />
            </Exhibit>
            <RowExhibit order={sampleOrder(nowMs, SAMPLE)} alert={null} />
          </div>
        </Step>
        <Step number={4} {...alert.give} />
      </ol>
      <div className={styles['stop']}>
        <StopIcon />
        <div>
          <h2 className={body['heading']}>{texts.orders.doNotHandOver}</h2>
          <p>{alert.stop}</p>
        </div>
      </div>
    </>
  );
}

function Step(props: {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly children?: ReactNode;
}): JSX.Element {
  return (
    <li className={styles['step']}>
      <div className={styles['words']}>
        <span className={styles['number']} aria-hidden="true">
          {props.number}
        </span>
        <div>
          <h2 className={body['heading']}>{props.title}</h2>
          <p>{props.body}</p>
        </div>
      </div>
      {props.children !== undefined && <div className={styles['picture']}>{props.children}</div>}
    </li>
  );
}

function Typed({ code }: { readonly code: string }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return <SearchBox input={input} query={code} onQuery={() => undefined} />;
}
