import { useState, type JSX } from 'react';
import { TEST_LIGHTS, type SetupPageId, type SetupTest, type TestLightId } from '../../../shared/setup.ts';
import type { ErrorText } from '../../../shared/texts/errors.ts';
import { Button } from '../../components/button.tsx';
import { RemedyButton } from '../../components/remedy-button.tsx';
import { remedyFor } from '../../../shared/health/remedy.ts';
import { useShop } from '../../shop-context.ts';
import styles from './day-test.module.css';
import { StepMark } from '../step-mark.tsx';

/** What only a person can say: whether it was heard and seen. */
type Said = Readonly<Partial<Record<TestLightId, 'yes' | 'no'>>>;
const ASKED = ['toasts', 'sound'] as const satisfies readonly TestLightId[];

/** The whole way of an order, line by line: a tick, or what is wrong with the button that mends it. */
export function DayTest(props: {
  /** null before the first test. */
  readonly test: SetupTest | null;
  readonly isTesting: boolean;
  /** True when the page says elsewhere how the test went. */
  readonly isBrief?: boolean;
  /** Inside the assistant: opens its page. */
  readonly onPage?: (page: SetupPageId) => void;
}): JSX.Element {
  const { test, isTesting, isBrief = false, onPage } = props;
  const { texts } = useShop();
  const words = texts.setup.test;
  const [said, setSaid] = useState<{ readonly of: string; readonly answers: Said }>({ of: '', answers: {} });
  // An answer is about one tone and one notification, not about the next test's.
  const answers: Said = test !== null && said.of === test.at ? said.answers : {};
  const shown = isTesting ? null : test;
  const verdict = shown === null ? null : verdictOf(shown, answers);
  const isTold = verdict !== null && (!isBrief || verdict.state === 'asked');
  return (
    <>
      <p className={styles['verdict']} role="status" data-state={verdict?.state}>
        {isTesting ? words.sending : isTold && verdict.message(words)}
      </p>
      <ol className={styles['lights']} aria-label={words.lightsLabel} aria-busy={isTesting}>
        {TEST_LIGHTS.map((id) => (
          <Line
            key={id}
            id={id}
            test={shown}
            onPage={onPage}
            said={answers[id] ?? null}
            onSaid={(answer) => setSaid({ of: test?.at ?? '', answers: { ...answers, [id]: answer } })}
          />
        ))}
      </ol>
    </>
  );
}

type Words = ReturnType<typeof useShop>['texts']['setup']['test'];

function verdictOf(
  test: SetupTest,
  answers: Said,
): { readonly state: 'ok' | 'failed' | 'asked'; readonly message: (words: Words) => string } {
  const bad = TEST_LIGHTS.filter((id) => test.lights[id].state === 'failed' || answers[id] === 'no').length;
  if (bad > 0) return { state: 'failed', message: (words) => words.bad(bad) };
  const isAsked = ASKED.some((id) => test.lights[id].state === 'ok' && answers[id] === undefined);
  return isAsked
    ? { state: 'asked', message: (words) => words.goodUnsaid }
    : { state: 'ok', message: (words) => words.good };
}

function Line(props: {
  readonly id: TestLightId;
  readonly test: SetupTest | null;
  readonly said: 'yes' | 'no' | null;
  readonly onSaid: (answer: 'yes' | 'no') => void;
  readonly onPage: ((page: SetupPageId) => void) | undefined;
}): JSX.Element {
  const { id, test, said, onSaid, onPage } = props;
  const shop = useShop();
  const words = shop.texts.setup.test;
  const asked = ASKED.find((one) => one === id);
  const light = test?.lights[id] ?? null;
  const isDenied = light?.state === 'ok' && said === 'no';
  const state = isDenied ? 'failed' : (light?.state ?? 'waiting');
  const mark = { ok: 'proven', failed: 'failing', off: 'off', waiting: 'open' } as const;
  const label = {
    ok: words.ok,
    failed: shop.texts.setup.states.failing,
    off: words.off,
    waiting: words.waiting,
  };
  const isAsking = asked !== undefined && light?.state === 'ok' && said === null;
  const told =
    test === null ? null : isDenied && asked !== undefined ? words.denied[asked] : lineWords(id, test, shop);
  const remedy = light?.why === undefined || light.why === null ? null : remedyFor(light.why);
  return (
    <li className={styles['light']} data-state={isAsking ? 'asking' : state}>
      <StepMark state={isAsking ? 'unproven' : mark[state]} number={null} />
      <div className={styles['what']}>
        <p>
          <strong>{words.lights[id]}</strong>
          <span className={state === 'failed' ? 'hidden-text' : styles['state']}>
            {label[state]}
            {light !== null && light.ms !== null && ` · ${words.ms(light.ms)}`}
          </span>
        </p>
        {told !== null && <p>{told.sentence}</p>}
        {told !== null && told.remedy !== '' && <p>{told.remedy}</p>}
        {said === 'yes' && asked !== undefined && <p>{words.confirmed[asked]}</p>}
      </div>
      {isAsking && (
        <div className={styles['ask']} role="group" aria-label={words.asks[asked]}>
          <p>{words.asks[asked]}</p>
          <Button onClick={() => onSaid('yes')}>{words.yes}</Button>
          <Button onClick={() => onSaid('no')}>{words.no}</Button>
        </div>
      )}
      {remedy !== null && state === 'failed' && (
        <RemedyButton remedy={remedy} {...(onPage === undefined ? {} : { onPage })} />
      )}
      {isDenied && asked === 'sound' && <RemedyButton remedy={{ kind: 'sound-settings' }} />}
    </li>
  );
}

function lineWords(
  id: TestLightId,
  { lights, inboundAt }: SetupTest,
  { texts, times }: Pick<ReturnType<typeof useShop>, 'texts' | 'times'>,
): ErrorText {
  const { why } = lights[id];
  const { test } = texts.setup;
  if (why?.kind === 'tunnel') return texts.tunnel.errors[why.error.code](why.error.detail);
  if (id === 'computer' && lights.computer.state === 'off') return { sentence: test.noReceiver, remedy: '' };
  if (why?.kind === 'health') return texts.health[why.code](why.detail);
  const good: Readonly<Record<TestLightId, string>> = {
    partner: test.answered,
    tunnel: inboundAt === null ? texts.tunnel.states.online.sentence : test.inbound(times.clock(inboundAt)),
    computer: test.arrived,
    toasts: test.shown,
    sound: test.heard,
  };
  return { sentence: good[id], remedy: '' };
}
