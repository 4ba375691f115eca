import { expect, it } from 'vitest';
import { learnShop, toFoundShop } from '../../../../src/main/core/setup/setup.ts';
import type { OrderShop } from '../../../../src/shared/orders/order.ts';
import { chainIdIn, holdsChainId } from '../../../../src/shared/settings/pasted.ts';
import { DEFAULT_SETTINGS } from '../../../../src/shared/settings/settings.ts';

const TOLD: OrderShop = {
  name: ' Súper del Barrio ',
  chainId: '5d7e2a90-1b3c-4f86-9a25-c4e8b7d61f02',
  countryCode: 'AR',
  storeId: '0412',
  externalPartnerConfigId: null,
};

it('an order tells the name of the shop and its country', () => {
  expect(learnShop(DEFAULT_SETTINGS, TOLD)?.shop).toEqual({
    ...DEFAULT_SETTINGS.shop,
    name: 'Súper del Barrio',
    country: 'ar',
  });
});

it('a name that was typed stays, and nothing new is nothing to save', () => {
  const typed = {
    ...DEFAULT_SETTINGS,
    shop: { ...DEFAULT_SETTINGS.shop, name: 'Don Pepe', country: 'ar' },
  } as const;
  expect(learnShop(typed, TOLD)).toBeNull();
  expect(learnShop(typed, { ...TOLD, countryCode: 'xx' })).toBeNull();
  expect(learnShop(typed, null)).toBeNull();
});

it('a store is found only in an order that names chain and store', () => {
  expect(toFoundShop(TOLD)).toMatchObject({ chainId: TOLD.chainId, vendorId: '0412' });
  expect(toFoundShop({ ...TOLD, chainId: null })).toBeNull();
  expect(toFoundShop({ ...TOLD, storeId: null })).toBeNull();
});

it.each([
  ['https://portal.example/shops/5D7E2A90-1b3c-4f86-9a25-c4e8b7d61f02/settings?x=1', TOLD.chainId],
  ['almacen-5d7e2a90-1b3c-4f86-9a25-c4e8b7d61f02', TOLD.chainId],
  ['  cadena-7 ', 'cadena-7'],
])('the chain id in %j is %j', (pasted, id) => {
  expect(chainIdIn(pasted)).toBe(id);
  expect(holdsChainId(pasted)).toBe(id === TOLD.chainId);
});
