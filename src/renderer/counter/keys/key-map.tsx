import type { JSX } from 'react';
import { STAFF_KEYS } from '../../../shared/settings/hands.ts';
import { Button } from '../../components/button.tsx';
import { Modal } from '../../components/modal.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './key-map.module.css';

/** The list of the counter's keys, with a link to the tour. */
export function KeyMap({
  onClose,
  onTour,
}: {
  readonly onClose: () => void;
  readonly onTour: () => void;
}): JSX.Element {
  const { texts, view } = useShop();
  const staff = view.settings.hands.initials.length;
  const { keys } = texts.orders;
  const rows: readonly (readonly [readonly string[], string])[] = [
    [[keys.digitsKeys], keys.digits],
    [['↑', '↓', keys.home, keys.end], keys.move],
    [['Enter'], keys.open],
    [['V', keys.space], keys.seen],
    [['E'], keys.handOver],
    [['Ctrl Z'], keys.undo],
    [['←', '→'], keys.tabs],
    [['Ctrl F', '/'], keys.search],
    ...(staff === 0 ? [] : [[staffKeys(staff), texts.hands.staff.keys] as const]),
    [['F5', 'Ctrl R'], keys.refresh],
    [['Ctrl +', 'Ctrl −', 'Ctrl 0'], texts.computer.textSize],
    [['Esc'], keys.escape],
    [['?'], keys.help],
  ];
  return (
    <Modal isWide titleId="key-map-title" onEnd={onClose}>
      <h2 id="key-map-title" className={styles['title']}>
        {keys.title}
      </h2>
      <dl className={styles['keys']}>
        {rows.map(([names, meaning]) => (
          <div key={meaning} className={styles['row']}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['buttons']}>
        <Button kind="primary" onClick={onClose}>
          {keys.close}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            onClose();
            onTour();
          }}
        >
          {texts.tour.title}
        </Button>
      </div>
    </Modal>
  );
}

/** Returns the first key and the last one of a list of so many. */
function staffKeys(count: number): readonly string[] {
  const [first] = STAFF_KEYS;
  const last = STAFF_KEYS[count - 1] ?? first;
  return count === 1 ? [`Alt ${first}`] : [`Alt ${first}`, `Alt ${last}`];
}
