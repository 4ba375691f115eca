import type { Remedy } from '../../health/remedy.ts';

type RemedyTexts = Readonly<Record<Exclude<Remedy['kind'], 'use-port' | 'deliveries'>, string>> & {
  readonly 'use-port': (port: number) => string;
  /** null: how many there are is not known. */
  readonly deliveries: (count: number | null) => string;
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
  deliveries: (count) =>
    count === 1
      ? 'Ver el aviso recibido'
      : `Ver los ${count === null ? '' : `${String(count)} `}avisos recibidos`,
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
  deliveries: (count) =>
    count === 1
      ? 'Show the alert received'
      : `Show the ${count === null ? '' : `${String(count)} `}alerts received`,
  failed: 'It did not work. Try again.',
};
