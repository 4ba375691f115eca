import { useState, type JSX } from 'react';
import { Button } from '../../../components/button.tsx';
import { TextField } from '../../../components/field.tsx';
import { useShop } from '../../../shop-context.ts';
import type { SettingsForm } from '../../form/use-settings-form.ts';

const KEY_BYTES = 32;

/**
 * A button that makes a key to sign with and fills it in. The key is shown here, to be copied, until it is saved; from then
 * on only the keychain has it.
 */
export function NewKey({ form }: { readonly form: SettingsForm }): JSX.Element {
  const words = useShop().texts.outgoing;
  const [made, setMade] = useState('');
  const isThere = made !== '' && form.typed['till-secret'] === made;
  return (
    <>
      <div>
        <Button
          onClick={() => {
            const key = newSigningKey();
            setMade(key);
            form.type('till-secret', key);
          }}
        >
          {words.newKey}
        </Button>
      </div>
      {isThere && (
        <TextField
          label={words.newKeyTitle}
          hint={words.newKeyHint}
          value={made}
          onValue={(value) => form.type('till-secret', value)}
        />
      )}
    </>
  );
}

/** Returns a new secret of Standard Webhooks: `whsec_` and random bytes in base64. */
function newSigningKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}
