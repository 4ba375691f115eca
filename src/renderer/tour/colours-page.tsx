import { useState, type JSX } from 'react';
import { LONG_MINUTES } from '../counter/list/waiting-time.tsx';
import { Lamp } from '../counter/header/lamp.tsx';
import { useShop } from '../shop-context.ts';
import styles from './colours-page.module.css';
import { CardExhibit, RowExhibit } from './exhibits.tsx';
import { sampleAlert, sampleOrder } from './samples.ts';
import body from './tour-body.module.css';

const LAMPS = ['ok', 'degraded', 'down'] as const;
const CARD_KINDS = ['cancelled', 'connection', 'ready'] as const;

/** What the colours mean in the list, on the card and in the light. Each example uses the app's real components. */
export function ColoursPage(): JSX.Element {
  const { texts, clock } = useShop();
  const { colours } = texts.tour;
  const [nowMs] = useState(() => clock.now());
  return (
    <>
      <p className={body['intro']}>{colours.intro}</p>
      <section className={body['part']}>
        <h2 className={body['heading']}>{colours.list}</h2>
        <ListColours nowMs={nowMs} />
      </section>
      <section className={body['part']}>
        <h2 className={body['heading']}>{colours.card}</h2>
        <div className={styles['beside']}>
          <div className={styles['legend']}>
            <p>{colours.cardBody}</p>
            <dl className={styles['meanings']}>
              {CARD_KINDS.map((kind) => (
                <div key={kind} data-kind={kind}>
                  <dt>{colours.cardKinds[kind].title}</dt>
                  <dd>{colours.cardKinds[kind].body}</dd>
                </div>
              ))}
            </dl>
          </div>
          <CardExhibit
            nowMs={nowMs}
            alerts={[
              sampleAlert(nowMs, 'cancelled', { code: '4822', minutes: 2, customerFirstName: 'Ana' }),
              sampleAlert(nowMs, 'connection', { code: '', minutes: 4 }),
              sampleAlert(nowMs, 'ready', { code: '4821', minutes: 1, customerFirstName: 'Lucía' }),
            ]}
          />
        </div>
      </section>
      <section className={body['part']}>
        <h2 className={body['heading']}>{colours.light}</h2>
        <ul className={body['pairs']}>
          {LAMPS.map((state) => (
            <li key={state} className={body['pair']}>
              <Lamp state={state} />
              <div>
                <p className={body['name']}>{colours.lamps[state].title}</p>
                <p>{colours.lamps[state].body}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function ListColours({ nowMs }: { readonly nowMs: number }): JSX.Element {
  const { rows } = useShop().texts.tour.colours;
  const ready = { code: '4821', minutes: 1, customerFirstName: 'Lucía' };
  const stop = { code: '4822', minutes: 2, customerFirstName: 'Ana' };
  const examples = [
    {
      words: rows.unseen,
      order: sampleOrder(nowMs, ready),
      alert: sampleAlert(nowMs, 'ready', ready),
    },
    {
      words: rows.waiting(LONG_MINUTES),
      order: sampleOrder(nowMs, { code: '4817', minutes: LONG_MINUTES + 3, customerFirstName: 'Diego' }),
      alert: null,
    },
    {
      words: rows.stop,
      order: sampleOrder(nowMs, { ...stop, status: 'CANCELLED' }),
      alert: sampleAlert(nowMs, 'cancelled', stop),
    },
    {
      words: rows.done,
      order: sampleOrder(nowMs, {
        code: '4809',
        minutes: 25,
        customerFirstName: 'Sofía',
        status: 'PICKED_UP',
      }),
      alert: null,
    },
  ];
  return (
    <ul className={styles['rows']}>
      {examples.map(({ words, order, alert }) => (
        <li key={order.code}>
          <RowExhibit order={order} alert={alert} />
          <p>
            <strong>{words.title}.</strong> {words.body}
          </p>
        </li>
      ))}
    </ul>
  );
}
