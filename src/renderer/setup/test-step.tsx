import type { JSX } from 'react';
import { TEST_LIGHTS, type SetupTest, type SetupView, type TestLightId } from '../../shared/setup.ts';
import type { ErrorText } from '../../shared/texts/errors.ts';
import { Button } from '../components/button.tsx';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import { sendTest } from './send-test.ts';
import panel from './step-panel.module.css';
import { StepMark } from './step-mark.tsx';
import styles from './test-step.module.css';

/** Four lights for the stages of an alert, each with what it measured or what to do. */
export function TestStep(props: {
  readonly form: SettingsForm;
  readonly view: SetupView;
  readonly onTested: () => void;
}): JSX.Element {
  const { form, view, onTested } = props;
  const { texts, view: kept, api } = useShop();
  const isTesting = form.busy === 'asking';
  const { test } = texts.setup;
  const roundTrip = view.test?.ms ?? null;
  const isPublic = kept.settings.tunnel.provider !== 'none';
  const hasSecret = kept.secrets['webhook-secret'].present;
  const path = isPublic ? 'public' : hasSecret ? 'local' : 'none';
  return (
    <>
      <p>{test.paths[path]}</p>
      <ol className={styles['lights']} aria-label={test.lightsLabel} aria-busy={isTesting}>
        {TEST_LIGHTS.map((id) => (
          <Light key={id} id={id} test={isTesting ? null : view.test} />
        ))}
      </ol>
      {!isTesting && view.test !== null && <Troubles test={view.test} />}
      <p role="status">{isTesting ? test.sending : roundTrip !== null && test.roundTrip(roundTrip)}</p>
      {view.steps.test.state === 'proven' && (
        <div className={panel['row']}>
          <Button aria-disabled={isTesting} onClick={() => void sendTest(form, api, onTested)}>
            {test.again}
          </Button>
        </div>
      )}
    </>
  );
}

/** Says what is wrong at each failed light, and what to do about it. */
function Troubles({ test }: { readonly test: SetupTest }): JSX.Element {
  const { texts, times } = useShop();
  const out = TEST_LIGHTS.filter((id) => test.lights[id].state === 'failed');
  return (
    <ul className={styles['troubles']}>
      {out.map((id) => {
        const { sentence, remedy } = lightWords(id, test, { texts, times });
        return (
          <li key={id}>
            <p className={styles['name']}>{texts.setup.test.lights[id]}</p>
            <p>{sentence}</p>
            <p>{remedy}</p>
          </li>
        );
      })}
    </ul>
  );
}

function Light({ id, test }: { readonly id: TestLightId; readonly test: SetupTest | null }): JSX.Element {
  const { texts, times } = useShop();
  const words = texts.setup.test;
  const light = test?.lights[id] ?? null;
  const state = light?.state ?? 'waiting';
  const ms = light?.ms ?? null;
  const label = { ok: words.ok, failed: texts.setup.states.failing, off: words.off, waiting: words.waiting };
  const said = test === null ? null : lightWords(id, test, { texts, times });
  const mark = { ok: 'proven', failed: 'failing', off: 'off', waiting: 'open' } as const;
  return (
    <li className={styles['light']} data-state={state}>
      <StepMark state={mark[state]} number={null} />
      <p className={styles['name']}>{words.lights[id]}</p>
      <p className={styles['state']}>
        {label[state]}
        {ms !== null && ` · ${words.ms(ms)}`}
      </p>
      {said !== null && state !== 'failed' && <p className={styles['said']}>{said.sentence}</p>}
    </li>
  );
}

function lightWords(
  id: TestLightId,
  { lights, inboundAt }: SetupTest,
  { texts, times }: Pick<ReturnType<typeof useShop>, 'texts' | 'times'>,
): ErrorText {
  const { why } = lights[id];
  if (why?.kind === 'tunnel') return texts.tunnel.errors[why.error.code](why.error.detail);
  if (id === 'computer' && lights.computer.state === 'off') {
    return { sentence: texts.setup.test.noReceiver, remedy: '' };
  }
  if (why?.kind === 'health') return texts.health[why.code](why.detail);
  const { test } = texts.setup;
  const good: Readonly<Record<TestLightId, string>> = {
    internet: test.answered,
    tunnel: inboundAt === null ? texts.tunnel.states.online.sentence : test.inbound(times.clock(inboundAt)),
    computer: test.arrived,
    sound: test.heard,
  };
  return { sentence: good[id], remedy: '' };
}
