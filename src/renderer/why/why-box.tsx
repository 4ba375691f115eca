import { useState, type JSX, useEffect, useRef } from 'react';
import type { WhyAnswer } from '../../shared/orders/why.ts';
import { Button } from '../components/button.tsx';
import { useShop } from '../shop-context.ts';
import { useWhy, type WhyState } from './use-why.ts';
import styles from './why.module.css';
import { whySentence } from './why-sentence.ts';

/** The button that asks about the order which is already open. */
export function WhyAsk({ code, orderId }: { readonly code: string; readonly orderId: string }): JSX.Element {
  const { texts } = useShop();
  const { state, ask } = useWhy();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The answer appears below the button, which may be at the lower edge of the window.
    if (state.phase === 'answered') box.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  return (
    <div ref={box} className={styles['ask']}>
      <Button aria-disabled={state.phase === 'asking'} onClick={() => ask({ code, orderId })}>
        {texts.why.title}
      </Button>
      <WhySentenceText state={state} />
    </div>
  );
}

/** The answer, in a live region for screen readers. */
export function WhySentenceText({ state }: { readonly state: WhyState }): JSX.Element {
  const { texts, times, clock } = useShop();
  return (
    <p className={styles['sentence']} role="status" data-phase={state.phase}>
      {state.phase === 'asking' && texts.why.asking}
      {state.phase === 'failed' && texts.why.failed}
      {state.phase === 'answered' && whySentence(state.answer, { texts, times, nowMs: clock.now() })}
    </p>
  );
}

/** A form that asks about any order by its code: why it rang or did not. */
export function WhyBox({ onOpenOrder }: { readonly onOpenOrder: (orderId: string) => void }): JSX.Element {
  const { texts } = useShop();
  const [code, setCode] = useState('');
  const { state, ask } = useWhy();
  const answer = state.phase === 'answered' ? state.answer : null;
  const orderId = answer?.orderId ?? null;
  return (
    <section className={styles['box']} aria-labelledby="why-title">
      <form
        className={styles['form']}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '') ask({ code: code.trim(), orderId: null });
        }}
      >
        <label id="why-title" className={styles['label']} htmlFor="why-code">
          {texts.why.title}
        </label>
        <input
          id="why-code"
          className={styles['input']}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder={texts.why.hint}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button type="submit">{texts.why.ask}</Button>
        {orderId !== null && (
          <Button kind="quiet" onClick={() => onOpenOrder(orderId)}>
            {texts.why.seeOrder}
          </Button>
        )}
      </form>
      <WhySentenceText state={state} />
      {answer !== null && answer.choices.length > 1 && (
        <Choices answer={answer} onChoose={(id) => ask({ code: answer.code, orderId: id })} />
      )}
    </section>
  );
}

/** Codes start again after 9999: the time distinguishes the orders. */
function Choices(props: {
  readonly answer: WhyAnswer;
  readonly onChoose: (orderId: string) => void;
}): JSX.Element {
  const { answer, onChoose } = props;
  const { texts, times, clock } = useShop();
  return (
    <div className={styles['choices']} role="group" aria-label={texts.why.which(answer.choices.length)}>
      <span>{texts.why.which(answer.choices.length)}</span>
      {answer.choices.map(({ orderId, at }) => (
        <Button key={orderId} aria-pressed={orderId === answer.orderId} onClick={() => onChoose(orderId)}>
          {times.clockOrDay(at, clock.now())}
        </Button>
      ))}
    </div>
  );
}
