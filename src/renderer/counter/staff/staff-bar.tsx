import type { JSX } from 'react';
import { STAFF_KEYS } from '../../../shared/settings/hands.ts';
import { useShop } from '../../shop-context.ts';
import type { Announcer } from '../notices/announcer.tsx';
import styles from './staff-bar.module.css';
import { useStaff } from './use-staff.ts';

/** Who is at the counter now, one click or key each. Nothing while no initials are kept. */
export function StaffBar({ say }: { readonly say: Announcer['say'] }): JSX.Element | null {
  const { texts } = useShop();
  const staff = useStaff(say);
  const words = texts.hands.staff;
  if (staff.initials.length === 0) return null;
  return (
    <section className={styles['bar']} aria-label={words.atCounter}>
      <span className={styles['label']} aria-hidden="true">
        {words.atCounter}:
      </span>
      {staff.initials.map((initials, place) => (
        <button
          key={initials}
          type="button"
          className={styles['person']}
          aria-pressed={initials === staff.atCounter}
          aria-keyshortcuts={`Alt+${STAFF_KEYS[place] ?? ''}`}
          title={`Alt ${STAFF_KEYS[place] ?? ''}`}
          onClick={() => staff.choose(initials === staff.atCounter ? '' : initials)}
        >
          {initials}
        </button>
      ))}
      {staff.atCounter === '' && <span className={styles['nobody']}>{words.nobody}</span>}
    </section>
  );
}
