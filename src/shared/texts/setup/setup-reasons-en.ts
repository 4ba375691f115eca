import type { SetupReason, SetupState } from '../../setup.ts';
import type { ErrorText } from '../errors.ts';
import { networkTextsEn } from '../health/network.ts';

export const setupStatesEn: Readonly<Record<SetupState, string>> = {
  open: 'To do',
  unproven: 'Not checked yet',
  proven: 'Done',
  failing: 'Needs a repair',
  off: 'Not needed',
};

export const setupReasonsEn: Readonly<Record<SetupReason, ErrorText>> = {
  'shop-missing': {
    sentence: 'Paste three values from Partner Portal.',
    remedy: '',
  },
  'shop-unproven': { sentence: 'The shop is noted.', remedy: 'The key checks it.' },
  'shop-proven': { sentence: 'PedidosYa answered for this shop.', remedy: '' },
  'key-missing': {
    sentence: 'The API key is missing.',
    remedy: 'Create it in Partner Portal and paste it.',
  },
  'key-unproven': {
    sentence: 'The key is saved but has not been tried.',
    remedy: 'Choose “Connect to PedidosYa”. If the shop is missing, fill that in first.',
  },
  'key-proven': { sentence: 'PedidosYa answered: shop and key are right.', remedy: '' },
  'secret-missing': {
    sentence: 'There is no password yet: alerts are refused.',
    remedy: 'Choose “Create password”. If orders are only to be asked for, continue without it.',
  },
  'secret-unproven': {
    sentence: 'The password is made; PedidosYa has not used it yet.',
    remedy: 'Paste it in Partner Portal. The first alert checks it by itself.',
  },
  'secret-proven': { sentence: 'PedidosYa sends this password.', remedy: '' },
  'secret-previous': {
    sentence: 'PedidosYa still sends the previous password.',
    remedy: 'Copy the new one and paste it in Partner Portal. Both are valid meanwhile.',
  },
  'secret-refused': {
    sentence: 'An alert came with another password and was refused.',
    remedy: 'If it was PedidosYa’s: copy the password again and paste it in Partner Portal unchanged.',
  },
  'secret-off': {
    sentence: 'Without alerts no password is needed.',
    remedy: 'Create one only if you choose a public address later.',
  },
  'address-undecided': {
    sentence: 'It is not chosen yet how alerts arrive.',
    remedy: 'Choose a public address, or leave “Only ask” and continue.',
  },
  'address-off': {
    sentence: 'Asking only: Mostrador asks for orders every 30 to 60 seconds.',
    remedy: 'Everything works like this. A public address only makes it ring sooner.',
  },
  'address-starting': { sentence: 'Connecting the public address…', remedy: 'Wait a few seconds.' },
  'address-unverified': {
    sentence: 'The address cannot be checked from this computer.',
    remedy: 'Make a test order and, as soon as it arrives, go on to the daily test: it counts as the check.',
  },
  'address-proven': { sentence: 'The public address leads to this computer.', remedy: '' },
  'address-failing': {
    sentence: 'The public address does not lead to this computer.',
    remedy: 'Check the entries below.',
  },
  'test-missing': {
    sentence: 'Check the whole way before opening.',
    remedy: 'Choose “Run the test”: a tone sounds and a notification appears. No order is kept.',
  },
  'test-outdated': {
    sentence: 'Address or password are others than in the last test.',
    remedy: 'Run the test again.',
  },
  'test-nothing': {
    sentence: 'No order can come yet: the shop or the key is missing, or was not accepted.',
    remedy: 'Complete step 1 and run the test again.',
  },
  'test-proven': { sentence: 'The test went well.', remedy: '' },
  'test-failing': {
    sentence: 'In the last test something did not go well.',
    remedy: 'Do what that line says and run the test again.',
  },
  'cases-none': {
    sentence: 'None of the cases has arrived yet.',
    remedy: 'Place orders in the test shop: each case ticks itself when it arrives.',
  },
  'cases-some': {
    sentence: 'Some of the cases have been seen.',
    remedy: 'Do the missing ones in the test shop: they tick themselves.',
  },
  'cases-proven': {
    sentence: 'All cases have been seen.',
    remedy: 'Print the list for the meeting with Integration Support.',
  },
  'partner-unauthorized': {
    sentence: 'PedidosYa did not accept the key (401).',
    remedy: 'Create a new token in Partner Portal, copy all of it and paste it under “Bearer token”.',
  },
  'partner-forbidden': {
    sentence: 'The key is valid but does not open this shop (403).',
    remedy: 'Check both ids. The key has to be of the same chain.',
  },
  'partner-not-found': {
    sentence: 'PedidosYa did not find this shop in the chain (404).',
    remedy: 'Check the Identificador de Vendedor: it has to be this shop’s, just as the portal shows it.',
  },
  'partner-no-route': {
    sentence: 'PedidosYa does not know that address (404 and nothing else).',
    remedy: 'Check the chain id and, in Settings → Advanced, the address of the API.',
  },
  'partner-rate-limited': {
    sentence: 'PedidosYa asked to wait: there were too many requests (429).',
    remedy: 'Wait a minute. Mostrador tries again by itself.',
  },
  'partner-offline': {
    sentence: 'There is no connection to PedidosYa.',
    remedy: 'Check this computer’s internet. Mostrador tries again by itself.',
  },
  'partner-bad-response': {
    sentence: 'PedidosYa sent an answer that makes no sense.',
    remedy: 'Try again in a few minutes. If it goes on, tell Integration Support.',
  },
  'partner-no-end': {
    sentence: 'PedidosYa sends a list of orders that never ends.',
    remedy: 'Try again in a few minutes. If it goes on, tell Integration Support.',
  },
  'partner-blocked': networkTextsEn.blocked,
  'partner-certificate': networkTextsEn.certificate(null),
  'partner-proxy': networkTextsEn.proxy(null),
  'partner-key-elsewhere': {
    sentence: 'Paste the key again: the saved one is for another address.',
    remedy: 'Or set the address of the API and the client ID back.',
  },
  'keychain-unavailable': {
    sentence: 'The password manager of this computer cannot be used.',
    remedy: 'Unlock it or sign in again. Without it no key is kept.',
  },
};
