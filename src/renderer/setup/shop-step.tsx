import { useState, type JSX } from 'react';
import { chainIdIn, holdsChainId } from '../../shared/pasted.ts';
import type { FoundShop } from '../../shared/setup.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { PlaceFields } from '../settings/form/place-fields.tsx';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import styles from './step-panel.module.css';

/** Which shop this is: two ids. The first alert may bring one of them. */
export function ShopStep(props: {
  readonly form: SettingsForm;
  readonly found: FoundShop | null;
}): JSX.Element {
  const { form, found } = props;
  const { texts } = useShop();
  const { settings, setup } = texts;
  const { fields, problems, edit } = form;
  const [isFromPaste, setFromPaste] = useState(false);
  return (
    <>
      <p>{setup.shop.body}</p>
      {found !== null && <Found found={found} form={form} />}
      <TextField
        label={settings.chainId}
        hint={isFromPaste ? setup.shop.chainFound : setup.shop.chainHint}
        value={fields.chainId}
        problem={problems.chainId === undefined ? undefined : settings.problems[problems.chainId]}
        onValue={(value) => {
          const isLonger = holdsChainId(value) && chainIdIn(value) !== value.trim().toLowerCase();
          setFromPaste(isLonger);
          edit('chainId', isLonger ? chainIdIn(value) : value);
        }}
      />
      <TextField
        label={settings.vendorId}
        hint={setup.shop.vendorHint}
        value={fields.vendorId}
        problem={problems.vendorId === undefined ? undefined : settings.problems[problems.vendorId]}
        onValue={(value) => edit('vendorId', value)}
      />
      <div className={styles['note']}>
        <p className={styles['noteTitle']}>{setup.shop.typeTitle}</p>
        <p>{setup.shop.typeBody}</p>
      </div>
      <details className={styles['more']}>
        <summary>{setup.shop.more}</summary>
        <div className={styles['moreBody']}>
          <p className={styles['soft']}>{setup.shop.moreBody}</p>
          <TextField
            label={settings.name}
            hint={settings.nameHint}
            value={fields.name}
            problem={problems.name === undefined ? undefined : settings.problems[problems.name]}
            onValue={(value) => edit('name', value)}
          />
          <PlaceFields form={form} />
        </div>
      </details>
    </>
  );
}

/** A shop that was found in a webhook request; one click fills in its ids. */
function Found({ found, form }: { readonly found: FoundShop; readonly form: SettingsForm }): JSX.Element {
  const { texts } = useShop();
  const { shop } = texts.setup;
  return (
    <div
      className={styles['found']}
      role="group"
      aria-label={shop.foundTitle(found.name ?? shop.foundNameless)}
    >
      <p className={styles['noteTitle']}>{shop.foundTitle(found.name ?? shop.foundNameless)}</p>
      <p>{shop.foundBody(found.vendorId)}</p>
      <div className={styles['row']}>
        <Button
          kind="primary"
          onClick={() => {
            form.edit('chainId', found.chainId);
            form.edit('vendorId', found.vendorId);
            if (found.name !== null && form.fields.name === '') form.edit('name', found.name);
          }}
        >
          {shop.useFound}
        </Button>
      </div>
    </div>
  );
}
