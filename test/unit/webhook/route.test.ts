import { expect, it } from 'vitest';
import { isOrdersPath } from '../../../src/main/webhook/route.ts';

it.each([
  '/webhooks/orders',
  '/webhooks/orders/',
  '/webhooks/orders//',
  '//webhooks/orders',
  '/webhooks//orders',
  '/Webhooks/Orders',
  '/WEBHOOKS/ORDERS/',
  '/webhooks/orders?x=1',
  '/webhooks/orders/?',
  '/webhooks/orders#x',
  '/webhooks%2Forders',
  '/webhooks%2forders%2F',
  '/%77ebhooks/orders',
  '/./webhooks/./orders',
  '/a/../webhooks/orders',
  '/webhooks/orders/.',
  '/webhooks/orders%20',
  '/webhooks\\orders',
  'http://shop.example/webhooks/orders',
  'HTTPS://shop.example:443//Webhooks/Orders/?a=b',
])('%s is the address of the webhook', (target) => {
  expect(isOrdersPath(target)).toBe(true);
});

it.each([
  '',
  '*',
  '/',
  '/webhooks',
  '/webhooks/order',
  '/webhooks/orders2',
  '/webhooks/orders/2',
  '/webhooks/orders/..',
  '/x/webhooks/orders',
  '/webhooksorders',
  '/?/webhooks/orders',
  '/webhooks%252Forders',
  '/webhooks/orders%',
  '/webhooks/orders%00',
  'http://shop.example/?/webhooks/orders',
])('%j is not', (target) => {
  expect(isOrdersPath(target)).toBe(false);
});
