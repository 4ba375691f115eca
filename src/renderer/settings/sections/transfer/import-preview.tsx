import type { JSX } from 'react';
import { boundElsewhere } from '../../../../shared/settings/secret-binding.ts';
import type { Settings } from '../../../../shared/settings/settings.ts';
import { useShop } from '../../../shop-context.ts';
import { secretOf } from '../../form/fields.ts';
import type { SettingsChange } from '../../form/settings-changes.ts';
import { TableRoom } from '../../../components/table-room.tsx';
import styles from './transfer-section.module.css';

/** Shows what would change, before anything is changed. */
export function ChangesTable({ changes }: { readonly changes: readonly SettingsChange[] }): JSX.Element {
  const words = useShop().texts.preferences;
  if (changes.length === 0) return <p>{words.previewNothing}</p>;
  return (
    <TableRoom>
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
    </TableRoom>
  );
}

/**
 * Says, before a file is imported, that the import leaves out the program which the file names, and that the saved key
 * is not sent to the file's address.
 */
export function FileNotes(props: {
  readonly settings: Settings;
  readonly program?: string | undefined;
}): JSX.Element {
  const { settings, program } = props;
  const { texts, view } = useShop();
  const words = texts.preferences;
  const isElsewhere = boundElsewhere(secretOf(settings.partner.auth), settings, view.boundTo ?? {}) !== null;
  return (
    <>
      {program !== undefined && <p>{words.previewProgram(program)}</p>}
      {isElsewhere && <p>{words.previewElsewhere}</p>}
    </>
  );
}
