import { useState, type JSX } from 'react';
import { MAX_STAFF, STAFF_KEYS, toInitials } from '../../../../shared/settings/hands.ts';
import { Button } from '../../../components/button.tsx';
import { TextField } from '../../../components/field.tsx';
import { useShop } from '../../../shop-context.ts';
import styles from './hands-section.module.css';

/** The list of initials that may stand with a mark. It applies at once. */
export function StaffPart(): JSX.Element {
  const { api, texts, view } = useShop();
  const words = texts.hands.staff;
  const { initials } = view.settings.hands;
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<keyof typeof words.problems | null>(null);

  const save = async (next: readonly string[]): Promise<boolean> => {
    const isSaved = await api['staff:list']({ initials: next }).catch(() => false);
    setProblem(isSaved ? null : 'failed');
    return isSaved;
  };
  const add = async (): Promise<void> => {
    const read = toInitials(typed);
    if (read === null) setProblem('letters');
    else if (initials.includes(read)) setProblem('twice');
    else if (await save([...initials, read])) setTyped('');
  };
  return (
    <div className={styles['part']} data-field>
      <h3>{words.title}</h3>
      <p className={styles['soft']}>{words.intro}</p>
      <p className={styles['soft']}>{words.privacy}</p>
      {initials.length > 0 && (
        <ul className={styles['people']} aria-label={words.title}>
          {initials.map((person, place) => (
            <li key={person}>
              <strong>{person}</strong>
              <kbd>Alt {STAFF_KEYS[place]}</kbd>
              <Button
                kind="quiet"
                label={words.removeOne(person)}
                onClick={() => void save(initials.filter((other) => other !== person))}
              >
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {initials.length < MAX_STAFF ? (
        <div
          className={styles['add']}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Not the form: this list is saved by itself.
            event.preventDefault();
            void add();
          }}
        >
          <TextField
            label={words.add}
            hint={words.addHint}
            value={typed}
            problem={problem === null ? undefined : words.problems[problem]}
            onValue={(value) => {
              setTyped(value);
              setProblem(null);
            }}
          />
          <Button onClick={() => void add()}>{words.addButton}</Button>
        </div>
      ) : (
        <p>{words.full(MAX_STAFF)}</p>
      )}
    </div>
  );
}
