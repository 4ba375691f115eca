import { useEffect } from 'react';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { computerZone } from '../../shared/zones.ts';
import { countryOfZone } from '../settings/form/countries.ts';
import { useShop } from '../shop-context.ts';

/** Where nothing was said of the shop yet, its country is that of the computer's time zone. */
export function useGuessedCountry(): void {
  const { api, view } = useShop();
  const { settings } = view;
  useEffect(() => {
    const { shop } = settings;
    const isUntouched = JSON.stringify(shop) === JSON.stringify(DEFAULT_SETTINGS.shop);
    const country = countryOfZone(computerZone() ?? '');
    if (!isUntouched || country === null || country === shop.country) return;
    // Only a convenience: main has logged why it was not kept, and the first order tells the country too.
    api['settings:save']({ settings: { ...settings, shop: { ...shop, country } } }).catch(() => undefined);
  }, [api, settings]);
}
