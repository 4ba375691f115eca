import type { JSX } from 'react';
import type { ComputerView } from '../../../shared/computer.ts';
import { assertNever } from '../../../shared/result.ts';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/check-field.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './computer-section.module.css';
import type { Computer } from './use-computer.ts';

/** Shows whether there is a newer version, and what to do about it. */
export function UpdatePart(props: {
  readonly computer: Computer;
  readonly view: ComputerView;
  /** The heading level that fits the page. */
  readonly heading: 'h2' | 'h3';
}): JSX.Element {
  const { computer, view, heading: Heading } = props;
  const { texts, times, clock } = useShop();
  const words = texts.computer.update;
  const { update, installBlock } = view;
  const isBusy = update.kind === 'checking' || update.kind === 'downloading';
  return (
    <div className={styles['part']} data-field>
      <Heading>{words.title}</Heading>
      {update.kind !== 'unsupported' && (
        <CheckField
          label={words.automatic}
          checked={view.automaticUpdates}
          onChecked={(on) => computer.setSwitch('automaticUpdates', on)}
          hint={words.automaticHint}
        />
      )}
      <p className={update.kind === 'failed' ? styles['bad'] : undefined} aria-live="polite">
        {sentence(view, words, (iso) => times.clockOrDay(iso, clock.now()))}
      </p>
      {update.kind === 'ready' && installBlock !== null && (
        <p className={styles['soft']}>{words.blocks[installBlock]}</p>
      )}
      {update.kind === 'ready' && (
        <Button
          kind="primary"
          disabled={installBlock !== null}
          aria-disabled={installBlock !== null}
          onClick={computer.installUpdate}
        >
          {words.install}
        </Button>
      )}
      {update.kind !== 'ready' && update.kind !== 'unsupported' && (
        <Button disabled={isBusy} onClick={computer.checkUpdate}>
          {words.check}
        </Button>
      )}
      <p className={styles['soft']}>{words.rollback}</p>
    </div>
  );
}

function sentence(
  { update, automaticUpdates }: ComputerView,
  words: ReturnType<typeof useShop>['texts']['computer']['update'],
  time: (iso: string) => string,
): string {
  switch (update.kind) {
    case 'unsupported':
      return words.unsupported;
    case 'current':
      return update.checkedAt === null ? words.never : words.current(time(update.checkedAt));
    case 'checking':
      return words.checking;
    case 'found':
      return words.found(update.version);
    case 'downloading':
      return words.downloading(update.version, update.percent);
    case 'ready':
      if (update.needsPassword) return words.readyPassword(update.version);
      return automaticUpdates ? words.ready(update.version) : words.readyOnDemand(update.version);
    case 'failed':
      return words.failures[update.why];
    default:
      return assertNever(update);
  }
}
