import { DEFAULT_SETTINGS, type Settings } from '../../src/shared/settings/settings.ts';

/** The settings of a shop that is set up. */
export const SAMPLE_SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  shop: {
    name: 'Almacén Don Pepe',
    chainId: '5d7e2a90-1b3c-4f86-9a25-c4e8b7d61f02',
    vendorId: '7253942',
    country: 'uy',
    timeZone: 'America/Montevideo',
  },
};
