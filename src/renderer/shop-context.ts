import { createContext, useContext } from 'react';
import type { MostradorApi, SettingsView } from '../shared/ipc-contract.ts';
import type { Language } from '../shared/settings.ts';
import type { Texts } from '../shared/texts/texts.ts';
import type { Clock } from './clock.ts';
import type { Times } from './times.ts';

/** What every screen needs to know of the shop it serves. */
export type Shop = {
  readonly api: MostradorApi;
  readonly texts: Texts;
  readonly language: Language;
  /** BCP 47 name that amounts of money are written in. */
  readonly moneyLocale: string;
  readonly times: Times;
  readonly clock: Clock;
  readonly view: SettingsView;
  /** Everything is invented. */
  readonly isDemo: boolean;
  /** The system's name as Node gives it. */
  readonly platform: string;
};

const ShopContext = createContext<Shop | null>(null);
export const ShopProvider = ShopContext.Provider;

export function useShop(): Shop {
  const shop = useContext(ShopContext);
  if (shop === null) throw new Error('useShop needs a ShopProvider above it');
  return shop;
}
