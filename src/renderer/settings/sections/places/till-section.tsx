import type { JSX } from 'react';
import { Button } from '../../../components/button.tsx';
import { CheckField } from '../../../components/check-field.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { useShop } from '../../../shop-context.ts';
import type { SettingsForm } from '../../form/use-settings-form.ts';
import { TypedField } from '../../form/typed-field.tsx';
import { NewKey } from './new-key.tsx';
import { DeadLetters, PlaceSecret, SendingState } from './outgoing-parts.tsx';
import { Help, Section } from '../section.tsx';
import { useOutgoing } from './use-outgoing.ts';

/** How the shop's own till hears of orders. */
export function TillSection({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { api, texts } = useShop();
  const words = texts.outgoing;
  const { fields, edit } = form;
  const outgoing = useOutgoing();
  const { view } = outgoing;
  const chooseFolder = async (): Promise<void> => {
    const { folder } = await api['outgoing:choose-folder']();
    if (folder !== null) edit('tillFolder', folder);
  };
  return (
    <Section title={words.tillTitle}>
      <Help>{words.tillLeaves}</Help>
      <CheckField label={words.tillPost} checked={fields.tillPost} onChecked={(on) => edit('tillPost', on)} />
      {fields.tillPost && (
        <>
          <TypedField form={form} name="tillAddress" label={words.tillAddress} hint={words.addressHint} />
          <PlaceSecret form={form} name="till-secret" label={words.tillSecret} />
          <NewKey form={form} />
          <SendingState
            what="till-post"
            isDirty={form.isDirty}
            last={view?.['till-post'].last}
            waiting={view?.['till-post'].waiting ?? 0}
          />
        </>
      )}
      <CheckField
        label={words.tillFiles}
        checked={fields.tillFiles}
        onChecked={(on) => edit('tillFiles', on)}
      />
      {fields.tillFiles && (
        <>
          <TypedField form={form} name="tillFolder" label={words.tillFolder} hint={words.tillFolderHint} />
          <Button onClick={() => void chooseFolder().catch(() => undefined)}>{words.chooseFolder}</Button>
          <SendingState
            what="till-file"
            isDirty={form.isDirty}
            last={view?.['till-file'].last}
            waiting={view?.['till-file'].waiting ?? 0}
          />
        </>
      )}
      {(fields.tillPost || fields.tillFiles) && (
        <>
          <SelectField
            label={words.tillForm}
            value={fields.tillForm}
            onValue={(value) => edit('tillForm', value === 'received' ? 'received' : 'tidy')}
          >
            <option value="tidy">{words.tillForms.tidy}</option>
            <option value="received">{words.tillForms.received}</option>
          </SelectField>
          <CheckField
            label={words.people}
            hint={words.peopleHint}
            checked={fields.tillPeople}
            onChecked={(on) => edit('tillPeople', on)}
          />
        </>
      )}
      <DeadLetters outgoing={outgoing} targets={['till-post', 'till-file']} />
    </Section>
  );
}
