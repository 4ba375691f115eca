import type { SetupReason, SetupState } from '../setup.ts';
import type { ErrorText } from './errors.ts';
import { networkTextsEn } from './network.ts';

export const setupStatesEn: Readonly<Record<SetupState, string>> = {
  open: 'Missing',
  unproven: 'Not proven yet',
  proven: 'Proven',
  failing: 'Needs a repair',
  off: 'Not needed',
};

export const setupReasonsEn: Readonly<Record<SetupReason, ErrorText>> = {
  'shop-missing': {
    sentence: 'It is not known yet which shop this is.',
    remedy: 'Paste both ids, or leave the shop’s empty to learn it from the first alert.',
  },
  'shop-unproven': { sentence: 'The shop is noted.', remedy: 'The next step proves it, with the key.' },
  'shop-proven': { sentence: 'PedidosYa answered for this shop.', remedy: '' },
  'key-missing': {
    sentence: 'The API key is missing.',
    remedy: 'Create it in Partner Portal with the steps below and paste it.',
  },
  'key-unproven': {
    sentence: 'The key is saved but has not been tried.',
    remedy: 'Choose “Save and try”. If the shop is missing, fill that in first.',
  },
  'key-proven': { sentence: 'PedidosYa accepted the key.', remedy: '' },
  'secret-missing': {
    sentence: 'There is no secret yet: alerts are refused.',
    remedy: 'Choose “Create secret”. If orders are only to be asked for, go on without it.',
  },
  'secret-unproven': {
    sentence: 'The secret is made; PedidosYa has not used it yet.',
    remedy: 'Copy it and paste it in Partner Portal. The first alert proves it by itself.',
  },
  'secret-proven': { sentence: 'PedidosYa sends this secret.', remedy: '' },
  'secret-previous': {
    sentence: 'PedidosYa still sends the previous secret.',
    remedy: 'Copy the new one and paste it in Partner Portal. Both are valid meanwhile.',
  },
  'secret-refused': {
    sentence: 'An alert came with another secret and was refused.',
    remedy: 'If it was PedidosYa’s: copy the secret again and paste it in Partner Portal unchanged.',
  },
  'secret-off': {
    sentence: 'Without alerts no secret is needed.',
    remedy: 'Create one only if you choose a public address later.',
  },
  'address-undecided': {
    sentence: 'It is not chosen yet how alerts arrive.',
    remedy: 'Choose a public address, or leave “Only ask” and go on.',
  },
  'address-off': {
    sentence: 'Asking only: Mostrador asks for orders every 30 to 60 seconds.',
    remedy: 'Everything works like this. A public address only makes it ring sooner.',
  },
  'address-starting': { sentence: 'Connecting the public address…', remedy: 'Wait a few seconds.' },
  'address-unverified': {
    sentence: 'The address cannot be checked from this computer.',
    remedy: 'Make a test order and, as soon as it arrives, go on to the step “Test”: it counts as the check.',
  },
  'address-proven': { sentence: 'The public address leads to this computer.', remedy: '' },
  'address-failing': {
    sentence: 'The public address does not lead to this computer.',
    remedy: 'Check the entries below.',
  },
  'test-missing': {
    sentence: 'No test alert was sent yet.',
    remedy: 'Choose “Send a test alert”: a tone sounds and no order is kept.',
  },
  'test-outdated': {
    sentence: 'Address or secret are others than in the last test.',
    remedy: 'Choose “Send a test alert” again.',
  },
  'test-nothing': {
    sentence: 'No order can come yet: the shop or the key is missing, or was not accepted.',
    remedy: 'Complete steps 1 and 2 and send another test.',
  },
  'test-proven': { sentence: 'The test went well.', remedy: '' },
  'test-failing': {
    sentence: 'In the last test one of the lights did not come on.',
    remedy: 'Do what that light says and send another test.',
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
    remedy: 'Create a new token in Partner Portal, copy all of it and paste it here.',
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
    sentence: 'PedidosYa does not know that address (404 without a word).',
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
    sentence: 'PedidosYa answered something that cannot be understood.',
    remedy: 'Try again in a few minutes. If it goes on, tell Integration Support.',
  },
  'partner-no-end': {
    sentence: 'PedidosYa gives a list of orders that has no end.',
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
    sentence: 'This computer’s keychain cannot be used.',
    remedy: 'Unlock it or sign in again. Without a keychain no key is kept.',
  },
};
