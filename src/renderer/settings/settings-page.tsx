import type { JSX } from 'react';
import type { SettingsView } from '../../shared/ipc-contract.ts';
import type { Live } from '../live.ts';
import { useShop } from '../shop-context.ts';

export function SettingsPage(_props: { readonly live: Live<SettingsView> }): JSX.Element {
  const { texts } = useShop();
  return <h1>{texts.settings.title}</h1>;
}
