import type { Fact } from '../../health/fact.ts';
import type { TunnelState } from '../../tunnel.ts';
import type { ErrorText } from '../errors.ts';
import { tunnelErrorTextsEn, tunnelErrorTextsEs } from './tunnel-errors.ts';

const statesEs: Readonly<Record<TunnelState, ErrorText>> = {
  stopped: {
    sentence: 'No hay dirección pública.',
    remedy: 'Los pedidos se consultan igual, cada minuto. Para recibirlos al instante, elija una en Ajustes.',
  },
  starting: {
    sentence: 'Se está conectando la dirección pública.',
    remedy: 'Espere unos segundos.',
  },
  online: {
    sentence: 'La dirección pública funciona: los avisos llegan a esta computadora.',
    remedy: 'No hay que hacer nada.',
  },
  degraded: {
    sentence: 'La dirección pública no respondió la última vez.',
    remedy: 'Espere: Mostrador vuelve a probar enseguida. Los pedidos se consultan mientras tanto.',
  },
  offline: {
    sentence: 'La dirección pública no responde.',
    remedy: 'Espere: Mostrador se vuelve a conectar solo. Los pedidos se consultan mientras tanto.',
  },
  failed: {
    sentence: 'La dirección pública necesita un arreglo.',
    remedy: 'Abra Ajustes → Dirección pública y siga lo que dice ahí.',
  },
};

const statesEn: typeof statesEs = {
  stopped: {
    sentence: 'There is no public address.',
    remedy: 'Orders are asked for all the same. To get them at once, choose an address in Settings.',
  },
  starting: { sentence: 'The public address is being connected.', remedy: 'Wait a few seconds.' },
  online: {
    sentence: 'The public address works: alerts reach this computer.',
    remedy: 'Nothing to do.',
  },
  degraded: {
    sentence: 'The public address did not answer the last time.',
    remedy: 'Wait: Mostrador tries again right away. Orders are asked for meanwhile.',
  },
  offline: {
    sentence: 'The public address does not answer.',
    remedy: 'Wait: Mostrador connects again by itself. Orders are asked for meanwhile.',
  },
  failed: {
    sentence: 'The public address needs a repair.',
    remedy: 'Open Settings → Public address and do what it says there.',
  },
};

export const tunnelTextsEs = {
  states: statesEs,
  errors: tunnelErrorTextsEs,
  meanwhile: 'Mientras tanto los pedidos se consultan cada minuto.',
};
export const tunnelTextsEn: typeof tunnelTextsEs = {
  states: statesEn,
  errors: tunnelErrorTextsEn,
  meanwhile: 'Meanwhile orders are asked for every minute.',
};

/** What the light says of a reason; for an unknown one, the state's text. It always tells that orders are found all the same. */
export function tunnelTrouble(
  texts: typeof tunnelTextsEs,
  state: 'offline' | 'failed',
  fact: Fact | null,
): ErrorText {
  if (fact === null || typeof fact === 'string' || fact.kind !== 'tunnel') return texts.states[state];
  const { sentence, remedy } = texts.errors[fact.code](fact.detail);
  return { sentence, remedy: `${remedy} ${texts.meanwhile}` };
}
