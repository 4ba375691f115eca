import type { JSX } from 'react';
import type { SettingsForm } from '../settings/form/use-settings-form.ts';
import { useShop } from '../shop-context.ts';
import { TunnelForm } from '../tunnel-form/tunnel-form.tsx';
import { TunnelState } from '../tunnel-form/tunnel-state.tsx';

/** Sets up the public address. */
export function AddressStep({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { address } = useShop().texts.setup;
  return (
    <>
      <p>{address.body}</p>
      <TunnelForm form={form} />
      <TunnelState form={form} isBrief />
    </>
  );
}
