import type { Remedy } from '../../health/remedy.ts';

type RemedyTexts = Readonly<Record<Exclude<Remedy['kind'], 'use-port'>, string>> & {
  readonly 'use-port': (port: number) => string;
  /** After a button that does it by itself. */
  readonly failed: string;
};

export const remedyTextsEs: RemedyTexts = {
  'use-port': (port) => `Usar el ${String(port)}`,
  'another-key': 'Pegar otra clave',
  'check-shop': 'Revisar la tienda',
  'check-address': 'Revisar la dirección',
  'webhook-secret': 'Ver la contraseña del webhook',
  reconnect: 'Conectar de nuevo',
  'sound-settings': 'Abrir Ajustes',
  deliveries: 'Ver los avisos recibidos',
  failed: 'No se pudo. Pruebe de nuevo.',
};

export const remedyTextsEn: RemedyTexts = {
  'use-port': (port) => `Use ${String(port)}`,
  'another-key': 'Paste another key',
  'check-shop': 'Check the shop',
  'check-address': 'Check the address',
  'webhook-secret': 'Show the webhook password',
  reconnect: 'Connect again',
  'sound-settings': 'Open Settings',
  deliveries: 'Show the alerts received',
  failed: 'It did not work. Try again.',
};
