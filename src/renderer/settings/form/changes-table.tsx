import type { JSX } from 'react';
import { useShop } from '../../shop-context.ts';
import type { SettingsChange } from './settings-changes.ts';
import styles from '../sections/transfer-section.module.css';

/** Shows what would change, before anything is changed. */
export function ChangesTable({ changes }: { readonly changes: readonly SettingsChange[] }): JSX.Element {
  const words = useShop().texts.preferences;
  if (changes.length === 0) return <p>{words.previewNothing}</p>;
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{words.previewField}</th>
          <th scope="col">{words.previewBefore}</th>
          <th scope="col">{words.previewAfter}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className={styles['before']}>{before}</td>
            <td className={styles['after']}>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
