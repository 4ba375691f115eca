import type { JSX } from 'react';
import { SETUP_CASES, type SetupCaseId, type SetupView, type SingleAsk } from '../../shared/setup.ts';
import { assertNever } from '../../shared/result.ts';
import { type ErrorText, partnerTrouble } from '../../shared/texts/errors.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import { Button } from '../components/button.tsx';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import { TableRoom } from '../components/table-room.tsx';
import styles from './cases-step.module.css';
import { StepMark } from './step-mark.tsx';

/**
 * The platform's test cases, ticked by the alerts that arrived. Printed, it is the list for the meeting with its
 * support.
 */
export function CasesStep(props: {
  readonly form: SettingsForm;
  readonly view: SetupView;
  /** Called after a request for an order: without a change in the orders, no event follows. */
  readonly onAsked: () => void;
}): JSX.Element {
  const { form, view, onAsked } = props;
  const { texts, api } = useShop();
  const { cases } = texts.setup;
  const askSingle = (): void =>
    void form.ask(async () => {
      const asked = await api['setup:ask-single']();
      onAsked();
      return { tone: asked.kind === 'found' ? 'ok' : 'error', message: (t) => singleWords(asked, t) };
    });
  const askList = (): void =>
    void form.ask(async () => {
      const outcome = await api['orders:refresh']();
      return outcome.ok
        ? { tone: 'ok', message: (t) => ({ sentence: t.setup.cases.askedList, remedy: '' }) }
        : { tone: 'error', message: (t) => partnerTrouble(t, outcome.error) };
    });
  const seen = SETUP_CASES.filter((id) => view.cases[id] !== null).length;
  return (
    <>
      <p className={styles['screen']}>{cases.body}</p>
      <PaperHead webhookUrl={view.webhookUrl} />
      <TableRoom>
        <table className={styles['table']} aria-label={cases.listLabel}>
          <caption className={styles['count']}>{cases.count(seen, SETUP_CASES.length)}</caption>
          <thead>
            <tr>
              <th scope="col">{cases.columns.case}</th>
              <th scope="col">{cases.columns.order}</th>
              <th scope="col">{cases.columns.when}</th>
              <th scope="col">{cases.columns.how}</th>
            </tr>
          </thead>
          <tbody>
            {SETUP_CASES.map((id) => (
              <CaseRow key={id} id={id} view={view} />
            ))}
          </tbody>
        </table>
      </TableRoom>
      <div className={styles['buttons']}>
        <Button onClick={askSingle}>{cases.askSingle}</Button>
        <Button onClick={askList}>{cases.askList}</Button>
        <Button onClick={() => window.print()}>{cases.print}</Button>
      </div>
    </>
  );
}

function CaseRow({ id, view }: { readonly id: SetupCaseId; readonly view: SetupView }): JSX.Element {
  const { texts, times } = useShop();
  const { cases } = texts.setup;
  const proof = view.cases[id];
  return (
    <tr data-seen={proof !== null}>
      <th scope="row">
        <span className={styles['case']}>
          <StepMark state={proof === null ? 'open' : 'proven'} number={null} />
          <span>
            <span className={styles['name']}>{cases.list[id].name}</span>
            <span className={styles['how']}>{cases.list[id].how}</span>
            <span className="hidden-text">{proof === null ? cases.missing : cases.seen}</span>
          </span>
        </span>
      </th>
      <td className={styles['code']}>{proof?.code ?? ''}</td>
      <td>{proof === null ? cases.missing : `${times.day(proof.at)} ${times.clock(proof.at)}`}</td>
      <td>{proof === null ? '' : cases.by[proof.by]}</td>
    </tr>
  );
}

/** Only on paper: which shop this list belongs to. */
function PaperHead({ webhookUrl }: { readonly webhookUrl: string | null }): JSX.Element {
  const { texts, times, clock, view } = useShop();
  const { cases } = texts.setup;
  const { shop } = view.settings;
  const now = new Date(clock.now()).toISOString();
  const facts: readonly (readonly [string, string])[] = [
    [cases.shop, [shop.name, shop.vendorId].filter((part) => part !== '').join(' · ')],
    [cases.chain, shop.chainId],
    [cases.url, webhookUrl ?? cases.noUrl],
    [cases.printedAt, `${times.day(now)} ${times.clock(now)}`],
  ];
  return (
    <div className={styles['paper']}>
      <p className={styles['paperTitle']}>{`Mostrador · ${cases.printed}`}</p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function singleWords(asked: SingleAsk, texts: Texts): ErrorText {
  const { setup } = texts;
  switch (asked.kind) {
    case 'found':
      return { sentence: setup.cases.asked(asked.code), remedy: '' };
    case 'none':
      return { sentence: setup.cases.noOrder, remedy: '' };
    case 'failed':
      return partnerTrouble(texts, asked.error);
    default:
      return assertNever(asked);
  }
}
