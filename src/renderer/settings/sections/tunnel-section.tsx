import type { JSX } from 'react';
import { useShop } from '../../shop-context.ts';
import { TunnelForm } from '../../tunnel-form/tunnel-form.tsx';
import { TunnelState } from '../../tunnel-form/tunnel-state.tsx';
import { Section } from './section.tsx';
import type { SettingsForm } from '../form/use-settings-form.ts';

/** How the platform reaches this computer, or that it does not have to. */
export function TunnelSection({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts } = useShop();
  return (
    <Section title={texts.tunnelForm.title}>
      <TunnelForm form={form} />
      <TunnelState form={form} />
    </Section>
  );
}
