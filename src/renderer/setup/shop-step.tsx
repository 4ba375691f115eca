import { useState, type JSX } from 'react';
import { chainIdIn, holdsChainId } from '../../shared/settings/pasted.ts';
import type { FoundShop, SetupSteps } from '../../shared/setup.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { PlaceFields } from '../settings/form/place-fields.tsx';
import { shownProblems } from '../settings/form/validate.ts';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import type { Problems } from '../settings/form/validate.ts';
import { useShop } from '../shop-context.ts';
import { KeyCare, KeyFields } from './key-fields.tsx';
import { PortalHelp } from './step-panel.tsx';
import styles from './step-panel.module.css';

/** Which shop this is, and the key that opens it: all that PedidosYa has to be asked with. */
export function ShopStep(props: {
  readonly form: SettingsForm;
  readonly steps: SetupSteps;
  readonly found: FoundShop | null;
}): JSX.Element {
  const { form, steps, found } = props;
  const { texts } = useShop();
  const { settings, setup } = texts;
  const { fields, edit } = form;
  const failing = [steps.shop, steps.key].find(({ state }) => state === 'failing');
  const problems = shownProblems(form, failing?.reason ?? null);
  const [isFromPaste, setFromPaste] = useState(false);
  const words = (name: keyof Problems): string | undefined => {
    const problem = problems[name];
    return problem === undefined ? undefined : settings.problems[problem];
  };
  return (
    <div className={styles['columns']}>
      <div className={styles['body']}>
        {found !== null && <Found found={found} form={form} />}
        <TextField
          label={settings.chainId}
          hint={isFromPaste ? setup.shop.chainFound : setup.shop.chainHint}
          value={fields.chainId}
          problem={words('chainId')}
          onValue={(value) => {
            const isLonger = holdsChainId(value) && chainIdIn(value) !== value;
            setFromPaste(isLonger);
            edit('chainId', isLonger ? chainIdIn(value) : value);
          }}
        />
        <TextField
          label={settings.vendorId}
          hint={setup.shop.vendorHint}
          value={fields.vendorId}
          problem={words('vendorId')}
          onValue={(value) => edit('vendorId', value)}
        />
        <KeyFields form={form} problems={problems} />
        <details className={styles['more']}>
          <summary>{setup.shop.more}</summary>
          <div className={styles['moreBody']}>
            <p className={styles['soft']}>{setup.shop.moreBody}</p>
            <TextField
              label={settings.name}
              hint={settings.nameHint}
              value={fields.name}
              problem={words('name')}
              onValue={(value) => edit('name', value)}
            />
            <PlaceFields form={form} />
            <TextField
              label={setup.key.label}
              hint={setup.key.labelHint}
              value={fields.tokenLabel}
              problem={words('tokenLabel')}
              onValue={(value) => edit('tokenLabel', value)}
            />
          </div>
        </details>
      </div>
      <div className={styles['aside']}>
        <PortalHelp place="keys" />
        <KeyCare />
        <div className={styles['note']}>
          <h2 className={styles['noteTitle']}>{setup.shop.typeTitle}</h2>
          <p>{setup.shop.typeBody}</p>
        </div>
      </div>
    </div>
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
