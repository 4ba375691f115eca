import {
  refusedWithSecret,
  type DeliveryGroup,
  type DeliveryPage,
  type ReprocessOutcome,
} from '../health/delivery.ts';
import { assertNever } from '../result.ts';
import { notesEn, notesEs, outcomesEn, outcomesEs } from './delivery-outcomes.ts';

const groupsEs: Readonly<Record<DeliveryGroup, string>> = {
  received: 'Recibidos',
  rejected: 'Rechazados',
  failed: 'Errores',
};
const groupsEn: typeof groupsEs = { received: 'Received', rejected: 'Refused', failed: 'Errors' };

export type Attack = {
  readonly sentence: string;
  /** What it means and what to do; empty when nothing. */
  readonly advice: string;
};
type LastDay = DeliveryPage['lastDay'];

export const deliveryTextsEs = {
  title: 'Avisos recibidos',
  intro: 'Todo lo que llegó a la dirección del webhook, lo más nuevo arriba.',
  open: 'Avisos recibidos',
  all: 'Todos',
  filterLabel: 'Qué avisos mostrar',
  listLabel: 'Avisos',
  groups: groupsEs,
  outcomes: outcomesEs,
  notes: notesEs,
  columns: { when: 'Cuándo', what: 'Qué pasó', order: 'Pedido', answer: 'Respuesta' },
  noAnswer: 'sin respuesta',
  status: (status: number) => `HTTP ${String(status)}`,
  ms: (ms: string) => `${ms} ms`,
  openOrder: (code: string) => `Ver el pedido ${code}`,
  reprocess: 'Procesar de nuevo',
  reprocessing: 'Procesando…',
  cannotReprocess: 'De este aviso no quedó ningún pedido guardado',
  reprocessed: (outcome: ReprocessOutcome): string => {
    switch (outcome.kind) {
      case 'changed':
        return outcome.raised > 0 ? 'Se leyó de nuevo y avisó.' : 'Se leyó de nuevo y cambió el pedido.';
      case 'unchanged':
        return 'Se leyó de nuevo: no había nada que cambiar.';
      case 'not-kept':
        return 'No se pudo: el pedido ya no está guardado.';
      case 'other-shop':
        return 'Se leyó de nuevo: es de otra tienda.';
      case 'unreadable':
        return 'No se pudo: lo guardado no se entiende.';
      default:
        return assertNever(outcome);
    }
  },
  reprocessFailed: 'No se pudo procesar de nuevo. Pruebe otra vez.',
  attack: (lastDay: LastDay): Attack => {
    const { received, rejected, noSecret } = lastDay;
    if (rejected === 0) return { sentence: 'Ningún intento rechazado en las últimas 24 h.', advice: '' };
    const sentence = `${rejected === 1 ? '1 intento rechazado' : `${String(rejected)} intentos rechazados`} en las últimas 24 h.`;
    if (noSecret > 0) {
      return {
        sentence,
        advice:
          'Faltaba la contraseña del webhook. Si todavía no la creó, créela en Ajustes y cópiela en Partner Portal.',
      };
    }
    const known = refusedWithSecret(lastDay);
    if (known > 0) {
      const which =
        known === 1
          ? '1 traía la contraseña correcta y puede ser de PedidosYa'
          : `${String(known)} traían la contraseña correcta y pueden ser de PedidosYa`;
      return {
        sentence,
        advice: `${which}. La lista dice qué pasó. Si fue por la dirección: en Ajustes → Configurar paso a paso, copie la dirección del webhook y péguela en Partner Portal.`,
      };
    }
    return {
      sentence,
      advice:
        received === 0
          ? 'No entró ningún aviso en ese tiempo. Si llamaba PedidosYa, la contraseña no coincide: cópiela de Ajustes y péguela en Partner Portal.'
          : 'Alguien llamó a la dirección sin conocer la contraseña: no entró, no leyó ni cambió nada. No hay que hacer nada. Si sigue, cree otra contraseña en Ajustes y cópiela en Partner Portal.',
    };
  },
  empty: {
    title: 'Todavía no llegó ningún aviso',
    body: 'Cuando PedidosYa avise, o alguien pruebe la dirección, aparece aquí. Mientras tanto los pedidos se consultan.',
  },
  emptyGroup: {
    received: { title: 'Ningún aviso recibido', body: 'Los pedidos que avise PedidosYa aparecen aquí.' },
    rejected: { title: 'Ningún aviso rechazado', body: 'Nadie llamó sin la contraseña correcta.' },
    failed: { title: 'Ningún error', body: 'Todo lo que llegó se pudo atender.' },
  },
  loading: 'Leyendo los avisos…',
  failedTitle: 'No se pudo leer la lista de avisos',
  failedBody: 'Los avisos siguen llegando y sonando. Pruebe de nuevo.',
  loadingMore: 'Leyendo más…',
  moreFailed: 'No se pudo leer más.',
  openFailed: 'No se pudo abrir. Pruebe de nuevo.',
};

export const deliveryTextsEn: typeof deliveryTextsEs = {
  title: 'Alerts received',
  intro: 'Everything that came to the webhook address, the newest first.',
  open: 'Alerts received',
  all: 'All',
  filterLabel: 'Which alerts to show',
  listLabel: 'Alerts',
  groups: groupsEn,
  outcomes: outcomesEn,
  notes: notesEn,
  columns: { when: 'When', what: 'What happened', order: 'Order', answer: 'Answer' },
  noAnswer: 'no answer',
  status: (status) => `HTTP ${String(status)}`,
  ms: (ms) => `${ms} ms`,
  openOrder: (code) => `See order ${code}`,
  reprocess: 'Process again',
  reprocessing: 'Processing…',
  cannotReprocess: 'No order was kept of this alert',
  reprocessed: (outcome) => {
    switch (outcome.kind) {
      case 'changed':
        return outcome.raised > 0 ? 'Read again, and it alerted.' : 'Read again, and the order changed.';
      case 'unchanged':
        return 'Read again: there was nothing to change.';
      case 'not-kept':
        return 'It could not be done: the order is no longer kept.';
      case 'other-shop':
        return 'Read again: it is another shop’s.';
      case 'unreadable':
        return 'It could not be done: what is kept cannot be read.';
      default:
        return assertNever(outcome);
    }
  },
  reprocessFailed: 'It could not be processed again. Try once more.',
  attack: (lastDay) => {
    const { received, rejected, noSecret } = lastDay;
    if (rejected === 0) return { sentence: 'No attempt refused in the last 24 h.', advice: '' };
    const sentence = `${rejected === 1 ? '1 attempt refused' : `${String(rejected)} attempts refused`} in the last 24 h.`;
    if (noSecret > 0) {
      return {
        sentence,
        advice:
          'The webhook password was missing. If you have not created it yet, do so in Settings and copy it into Partner Portal.',
      };
    }
    const known = refusedWithSecret(lastDay);
    if (known > 0) {
      return {
        sentence,
        advice: `${String(known)} had the right password and may be PedidosYa’s. The list says what happened. If it was the address: under Settings → Set up step by step, copy the webhook address and paste it into Partner Portal.`,
      };
    }
    return {
      sentence,
      advice:
        received === 0
          ? 'No alert came in during that time. If PedidosYa was calling, the password does not match: copy it from Settings into Partner Portal.'
          : 'Somebody called the address without knowing the password: they did not get in, and read or changed nothing. There is nothing to do. If it goes on, create another password in Settings and copy it into Partner Portal.',
    };
  },
  empty: {
    title: 'No alert came yet',
    body: 'When PedidosYa sends one, or somebody tries the address, it shows up here. Meanwhile orders are asked for.',
  },
  emptyGroup: {
    received: { title: 'No alert received', body: 'Orders that PedidosYa tells of show up here.' },
    rejected: { title: 'No alert refused', body: 'Nobody called without the right password.' },
    failed: { title: 'No errors', body: 'Everything that came could be dealt with.' },
  },
  loading: 'Reading the alerts…',
  failedTitle: 'The list of alerts could not be read',
  failedBody: 'Alerts keep coming and ringing. Try again.',
  loadingMore: 'Reading more…',
  moreFailed: 'More could not be read.',
  openFailed: 'It could not be opened. Try again.',
};
