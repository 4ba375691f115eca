import type { JSX } from 'react';
import { boundElsewhere } from '../../../shared/secret-binding.ts';
import type { Settings } from '../../../shared/settings.ts';
import { useShop } from '../../shop-context.ts';
import { secretOf } from '../form/fields.ts';

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
