import type { JSX } from 'react';
import type {
  DeadLetter,
  LastSending,
  OutboxTarget,
  OutgoingTest,
  SendingFailed,
} from '../../../../shared/settings/outgoing.ts';
import { Button } from '../../../components/button.tsx';
import { useShop } from '../../../shop-context.ts';
import type { OutgoingSecret } from '../../form/fields.ts';
import { toSettings } from '../../form/fields.ts';
import { SecretField } from '../../form/secret-field.tsx';
import type { SettingsForm } from '../../form/use-settings-form.ts';
import { boundElsewhere } from '../../../../shared/settings/secret-binding.ts';
import { ConfirmButton } from '../../form/confirm-button.tsx';
import pageStyles from '../../settings-page.module.css';
import styles from '../computer-section.module.css';
import { useOutgoingTest, type Outgoing } from './use-outgoing.ts';

/** The secret of a place; bound to the address for which it was typed. */
export function PlaceSecret(props: {
  readonly form: SettingsForm;
  readonly name: OutgoingSecret;
  readonly label: string;
}): JSX.Element {
  const { form, name, label } = props;
  const { texts, view, api } = useShop();
  const { settings } = texts;
  const status = view.secrets[name];
  const problem = form.problems[name];
  return (
    <SecretField
      key={`${name} ${status.savedAt ?? ''}`}
      label={label}
      status={status}
      typed={form.typed[name]}
      problem={problem === undefined ? undefined : settings.problems[problem]}
      elsewhere={boundElsewhere(name, toSettings(form.fields, view.settings), view.boundTo ?? {})}
      onType={(value) => form.type(name, value)}
      onForget={() =>
        void form.run(
          () => api['secrets:forget']({ name }),
          (words) => words.settings.forgotten,
        )
      }
    />
  );
}

/** A button that sends a test message, the state of the last sending, and how many messages wait. */
export function SendingState(props: {
  readonly what: OutgoingTest;
  readonly isDirty: boolean;
  readonly last: LastSending | null | undefined;
  readonly waiting: number;
}): JSX.Element {
  const { texts } = useShop();
  const words = texts.outgoing;
  const at = useTime();
  const trial = useOutgoingTest(props.what);
  const { outcome } = trial;
  const why = useWhy();
  const last = props.last ?? null;
  return (
    <div className={styles['part']} data-field>
      <Button disabled={props.isDirty || trial.isBusy} onClick={trial.run}>
        {trial.isBusy ? words.testing : words.test}
      </Button>
      {props.isDirty && <p className={styles['soft']}>{words.saveFirst}</p>}
      <p className={styles['result']} role="status">
        {outcome !== null && (
          <span className={outcome.ok ? styles['good'] : styles['bad']}>
            {outcome.ok ? words.tested(outcome.ms) : why(outcome)}
          </span>
        )}
      </p>
      <p className={styles['soft']}>
        {last === null && words.neverSent}
        {last !== null && last.failed === null && words.sent(at(last.at))}
        {last !== null && last.failed !== null && words.notSent(at(last.at), why(last.failed))}
        {props.waiting > 0 && ` ${words.waiting(props.waiting)}`}
      </p>
    </div>
  );
}

/** The messages of these places that could not be delivered, each with a button that sends it again. */
export function DeadLetters(props: {
  readonly outgoing: Outgoing;
  readonly targets: readonly OutboxTarget[];
}): JSX.Element | null {
  const { texts } = useShop();
  const words = texts.outgoing;
  const at = useTime();
  const why = useWhy();
  const all: readonly DeadLetter[] = props.outgoing.view?.deadLetters ?? [];
  const letters = all.filter(({ target }) => props.targets.includes(target));
  if (letters.length === 0) return null;
  return (
    <div className={styles['part']} data-field>
      <h3>{words.deadTitle}</h3>
      {letters.map((letter) => (
        <div key={`${letter.target} ${letter.id}`} className={styles['part']}>
          <p>
            {words.deadLine(letter.code, at(letter.at))}. {why(letter.failed)}
          </p>
          <div className={pageStyles['row']}>
            <Button onClick={() => props.outgoing.resend(letter)}>{words.resend}</Button>
            <Dismiss outgoing={props.outgoing} letters={[letter]} />
          </div>
        </div>
      ))}
      {letters.length > 1 && <Dismiss outgoing={props.outgoing} letters={letters} />}
    </div>
  );
}

/** A button that takes letters off the list, after a question. */
function Dismiss(props: {
  readonly outgoing: Outgoing;
  readonly letters: readonly DeadLetter[];
}): JSX.Element {
  const { outgoing, letters } = props;
  const words = useShop().texts.outgoing;
  const isAll = letters.length > 1;
  return (
    <ConfirmButton
      label={isAll ? words.dismissAll : words.dismiss}
      question={isAll ? words.dismissAllSure(letters.length) : words.dismissSure}
      confirm={words.dismissYes}
      onConfirm={() => outgoing.dismiss(letters)}
    />
  );
}

function useWhy(): (failed: SendingFailed) => string {
  const words = useShop().texts.outgoing;
  return ({ trouble, status }) =>
    status === null ? words.troubles[trouble] : `${words.troubles[trouble]} ${words.status(status)}`;
}

/** Returns a function that tells a time as people at the shop read it, with the day when it is not today. */
function useTime(): (iso: string) => string {
  const { times, clock } = useShop();
  return (iso) => times.clockOrDay(iso, clock.now());
}
