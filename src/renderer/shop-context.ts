import { createContext, useContext } from 'react';
import type { MostradorApi, SettingsView } from '../shared/ipc-contract.ts';
import type { Language } from '../shared/settings/settings.ts';
import type { Texts } from '../shared/texts/texts.ts';
import type { Clock } from './clock.ts';
import type { Times } from './times.ts';

/** What every page needs to know about its shop. */
export type Shop = {
  readonly api: MostradorApi;
  readonly texts: Texts;
  readonly language: Language;
  /** The BCP 47 locale for numbers: money, weights, counts. */
  readonly moneyLocale: string;
  readonly times: Times;
  readonly clock: Clock;
  readonly view: SettingsView;
  /** True in the demonstration: all data is invented. */
  readonly isDemo: boolean;
  /** The name of the operating system, as Node gives it. */
  readonly platform: string;
};

const ShopContext = createContext<Shop | null>(null);
export const ShopProvider = ShopContext.Provider;

export function useShop(): Shop {
  const shop = useContext(ShopContext);
  if (shop === null) throw new Error('useShop needs a ShopProvider above it');
  return shop;
}
