import type { Fact, OutletFact } from '../health/fact.ts';
import type { HealthCode } from '../health/health.ts';
import type { OutletState } from '../outlet.ts';
import type { ErrorText } from './errors.ts';
import { platformWordsEn, platformWordsEs } from './orders/platform-words.ts';

type OutletCode = Extract<HealthCode, `outlet-${string}`>;
type OutletHealth = Readonly<Record<OutletCode, (detail: Fact | null) => ErrorText>>;

const NOTHING: OutletFact = {
  kind: 'outlet',
  last: null,
  said: null,
  until: null,
  reason: null,
  isDue: true,
};

function outletFact(fact: Fact | null): OutletFact {
  return fact !== null && typeof fact !== 'string' && fact.kind === 'outlet' ? fact : NOTHING;
}

const lastEs: Readonly<Record<OutletState, string>> = {
  open: 'abierto',
  closed: 'cerrado',
  'closed-today': 'cerrado por hoy',
  'closed-until': 'cerrado hasta otra hora',
  checkin: 'falta iniciar la jornada',
};
const lastEn: typeof lastEs = {
  open: 'open',
  closed: 'closed',
  'closed-today': 'closed for today',
  'closed-until': 'closed until another time',
  checkin: 'the day has to be started',
};

function closedEs(what: string, detail: Fact | null): ErrorText {
  const { reason, isDue } = outletFact(detail);
  const why = reason === null ? '' : ` Motivo: ${platformWordsEs.reason(reason)}.`;
  return {
    sentence: `${what}.${why}`,
    remedy: isDue
      ? 'Mientras tanto no entran pedidos. Si debería estar abierto, ábralo en Partner Portal o en Pelican: Mostrador solo mira. Si a esta hora no atiende, complete el horario en Ajustes.'
      : '',
  };
}

function closedEn(what: string, detail: Fact | null): ErrorText {
  const { reason, isDue } = outletFact(detail);
  const why = reason === null ? '' : ` Reason: ${platformWordsEn.reason(reason)}.`;
  return {
    sentence: `${what}.${why}`,
    remedy: isDue
      ? 'Meanwhile no orders come in. If it should be open, open it in Partner Portal or in Pelican: Mostrador only looks. If you are not open at this time, fill in the opening hours in Settings.'
      : '',
  };
}

/** `12/03 18:00` is a day and a time, `18:00` a time. */
function hasDay(until: string): boolean {
  return until.includes(' ');
}

export const outletHealthEs: OutletHealth = {
  'outlet-open': () => ({ sentence: 'Su local está abierto en PedidosYa.', remedy: '' }),
  'outlet-closed': (detail) => closedEs('Su local está cerrado en PedidosYa', detail),
  'outlet-closed-today': (detail) => closedEs('Su local está cerrado por hoy en PedidosYa', detail),
  'outlet-closed-until': (detail) => {
    const { until } = outletFact(detail);
    const when = until === null ? 'por un rato' : `hasta ${hasDay(until) ? 'el' : 'las'} ${until}`;
    return closedEs(`Su local está cerrado en PedidosYa ${when}`, detail);
  },
  'outlet-checkin': (detail) =>
    closedEs('PedidosYa espera que alguien inicie la jornada del local (CHECKIN)', detail),
  'outlet-unknown': (detail) => {
    const { said, last } = outletFact(detail);
    const odd = said === null ? '' : ` Contestó “${said}”, que Mostrador no conoce.`;
    const before = last === null ? '' : ` Lo último que dijo: ${lastEs[last]}.`;
    return { sentence: `No se sabe si su local está abierto en PedidosYa.${odd}${before}`, remedy: '' };
  },
  'outlet-refused': (detail) => ({
    sentence: `PedidosYa no dice si su local está abierto (contestó ${outletFact(detail).said ?? ''}): Mostrador dejó de preguntar.`,
    remedy: '',
  }),
};

export const outletHealthEn: OutletHealth = {
  'outlet-open': () => ({ sentence: 'Your shop is open on PedidosYa.', remedy: '' }),
  'outlet-closed': (detail) => closedEn('Your shop is closed on PedidosYa', detail),
  'outlet-closed-today': (detail) => closedEn('Your shop is closed for today on PedidosYa', detail),
  'outlet-closed-until': (detail) => {
    const { until } = outletFact(detail);
    return closedEn(
      `Your shop is closed on PedidosYa ${until === null ? 'for a while' : `until ${until}`}`,
      detail,
    );
  },
  'outlet-checkin': (detail) =>
    closedEn('PedidosYa waits for somebody to start the day of the shop (CHECKIN)', detail),
  'outlet-unknown': (detail) => {
    const { said, last } = outletFact(detail);
    const odd = said === null ? '' : ` It answered “${said}”, which Mostrador does not know.`;
    const before = last === null ? '' : ` The last it said: ${lastEn[last]}.`;
    return { sentence: `It is not known whether your shop is open on PedidosYa.${odd}${before}`, remedy: '' };
  },
  'outlet-refused': (detail) => ({
    sentence: `PedidosYa does not say whether your shop is open (it answered ${outletFact(detail).said ?? ''}): Mostrador has stopped asking.`,
    remedy: '',
  }),
};

const statesEs: Readonly<Record<OutletCode, string>> = {
  'outlet-open': 'Abierto',
  'outlet-closed': 'Cerrado',
  'outlet-closed-today': 'Cerrado',
  'outlet-closed-until': 'Cerrado',
  'outlet-checkin': 'Sin iniciar',
  'outlet-unknown': 'No se sabe',
  'outlet-refused': 'Sin preguntar',
};
const statesEn: typeof statesEs = {
  'outlet-open': 'Open',
  'outlet-closed': 'Closed',
  'outlet-closed-today': 'Closed',
  'outlet-closed-until': 'Closed',
  'outlet-checkin': 'Not started',
  'outlet-unknown': 'Not known',
  'outlet-refused': 'Not asked',
};

export const outletTextsEs = {
  title: 'Su local en PedidosYa',
  intro:
    'Mostrador le pregunta a PedidosYa cada 5 minutos si su local está abierto. Solo mira: nunca lo abre ni lo cierra. No envía nada más que la clave de siempre.',
  on: 'Mostrar si el local está abierto',
  onHint:
    'Si figura cerrado dentro del horario, se ve una luz amarilla con qué hacer. Si PedidosYa contesta que no lo dice (403 o 404), esta opción se apaga sola.',
  ask: 'Preguntar ahora',
  asking: 'Preguntando…',
  again: 'Puede activarlo de nuevo cuando quiera.',
  answered: (clock: string) => `Última respuesta: ${clock}.`,
  states: statesEs,
};
export const outletTextsEn: typeof outletTextsEs = {
  title: 'Your shop on PedidosYa',
  intro:
    'Mostrador asks PedidosYa every 5 minutes whether your shop is open. It only looks: it never opens or closes it. It sends nothing but the usual key.',
  on: 'Show whether the shop is open',
  onHint:
    'When it is closed within the opening hours, a yellow light says what to do. When PedidosYa answers that it does not tell (403 or 404), this turns itself off.',
  ask: 'Ask now',
  asking: 'Asking…',
  again: 'You can turn it on again at any time.',
  answered: (clock) => `Last answer: ${clock}.`,
  states: statesEn,
};
