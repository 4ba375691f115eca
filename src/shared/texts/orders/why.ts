import type { AlertKind } from '../../orders/alert.ts';
import type { OrderSource } from '../../orders/order.ts';
import type { Rejection, Silence, WhyEnd } from '../../orders/why.ts';
import { duration } from '../duration.ts';
import { sourcesEn, sourcesEs } from './order-detail.ts';

const silencesEs: Readonly<Record<Silence, string>> = {
  muted: 'los avisos estaban silenciados',
  'quiet-hours': 'era horario de silencio',
  'volume-zero': 'el volumen de los avisos estaba en 0',
  'computer-silent': 'la computadora estaba en silencio',
  'no-device': 'la computadora no tenía salida de sonido',
  'sound-failed': 'el sonido falló',
};
const silencesEn: typeof silencesEs = {
  muted: 'alerts were muted',
  'quiet-hours': 'it was quiet hours',
  'volume-zero': 'the volume of alerts was 0',
  'computer-silent': 'the computer was muted',
  'no-device': 'the computer had no sound output',
  'sound-failed': 'the sound failed',
};

const rangEs: Readonly<Record<AlertKind, string>> = {
  ready: 'sonó',
  cancelled: 'sonó como NO ENTREGAR',
  'cancelled-after-handover': 'sonó como cancelado después de entregar',
  connection: 'sonó',
  unclear: 'sonó como pedido para mirar',
};
const rangEn: typeof rangEs = {
  ready: 'rang',
  cancelled: 'rang as DO NOT HAND OVER',
  'cancelled-after-handover': 'rang as cancelled after hand-over',
  connection: 'rang',
  unclear: 'rang as an order to look at',
};
const shownEs: Readonly<Record<AlertKind, string>> = {
  ready: 'se mostró',
  cancelled: 'se mostró como NO ENTREGAR',
  'cancelled-after-handover': 'se mostró como cancelado después de entregar',
  connection: 'se mostró',
  unclear: 'se mostró como pedido para mirar',
};
const shownEn: typeof shownEs = {
  ready: 'was shown',
  cancelled: 'was shown as DO NOT HAND OVER',
  'cancelled-after-handover': 'was shown as cancelled after hand-over',
  connection: 'was shown',
  unclear: 'was shown as an order to look at',
};
const closedEs: Readonly<Record<Extract<WhyEnd, { kind: 'closed' }>['how'], string>> = {
  'handed-over': 'se entregó',
  left: 'salió de la tienda',
  cancelled: 'se canceló',
};
const closedEn: typeof closedEs = {
  'handed-over': 'it was handed over',
  left: 'it left the shop',
  cancelled: 'it was cancelled',
};

function rejectedEs({ why, count }: Rejection): string {
  const many = count === 1 ? 'se rechazó 1 aviso' : `se rechazaron ${String(count)} avisos`;
  if (why === 'no-secret') return `${many} porque faltaba crear la contraseña`;
  if (why === 'wrong-secret') return `${many} sin la contraseña correcta`;
  return count === 1
    ? `${many} que llegó a otra dirección o no se podía leer`
    : `${many} que llegaron a otra dirección o no se podían leer`;
}
function rejectedEn({ why, count }: Rejection): string {
  const many = count === 1 ? '1 alert was refused' : `${String(count)} alerts were refused`;
  if (why === 'no-secret') return `${many} because no password had been created`;
  return why === 'wrong-secret'
    ? `${many} without the right password`
    : `${many} that came to another address or could not be read`;
}

/** `when` stands for a spoken time such as "a las 14:05". Each entry is a part of one sentence. */
export const whyTextsEs = {
  title: '¿Por qué no sonó?',
  hint: 'Código del pedido',
  ask: 'Preguntar',
  asking: 'Buscando en los registros…',
  failed: 'No se pudieron leer los registros. Pruebe de nuevo.',
  seeOrder: 'Ver pedido',
  which: (count: number) => `Hay ${String(count)} pedidos con este código. ¿Cuál?`,
  atClock: (clock: string) => `a las ${clock}`,
  onDay: (day: string, clock: string) => `el ${day} a las ${clock}`,
  subject: (code: string) => `El pedido ${code}`,
  and: ' y ',
  arrived: (when: string, source: OrderSource) => `llegó ${when} ${sourcesEs[source]}`,
  cameCancelled: 'ya cancelado',
  rang: (when: string, alert: AlertKind) => `${rangEs[alert]} ${when}`,
  shown: (when: string, alert: AlertKind) => `${shownEs[alert]} ${when}`,
  silenced: (when: string, alert: AlertKind, by: Silence) =>
    `${shownEs[alert]} ${when} sin sonido porque ${silencesEs[by]}`,
  notShown: 'no sonó porque dejó de esperar antes de que se pudiera mostrar',
  readyTooLongAgo: (when: string) =>
    `no sonó porque, según la hora de PedidosYa, ya estaba listo ${when}, más de 24 h antes de que se supiera aquí`,
  madeTooLongAgo:
    'no sonó porque, según la hora de PedidosYa, se hizo más de 24 h antes de que se supiera aquí que estaba listo',
  cancelledTooLongAgo:
    'no sonó porque ya estaba cancelado y, según la hora de PedidosYa, era de más de 12 h antes de que se supiera aquí',
  alreadyLeft: 'no sonó porque ya había salido de la tienda cuando se supo de él',
  handedOverBefore: (when: string) => `no sonó porque ya se había marcado como entregado ${when}`,
  notReady: (status: string) => `todavía no sonó porque no está listo (${status})`,
  otherShop: (when: string) => `llegó ${when}, pero es de otra tienda, y por eso no suena`,
  noRecord: 'no figura en ningún registro de esta computadora, ni por aviso ni por consulta',
  hereRejected: (when: string, rejected: Rejection) =>
    `en las últimas 24 h ${rejectedEs(rejected)}, el último ${when}`,
  hereOff: (from: string, to: string) => `Mostrador no estuvo funcionando desde ${from} hasta ${to}`,
  late: (minutes: number) => {
    if (minutes >= 60) return `con ${duration(minutes)} de demora`;
    return `con ${minutes === 1 ? '1 minuto' : `${String(minutes)} minutos`} de demora`;
  },
  lateOff: (from: string, to: string) => ` (Mostrador no funcionaba desde ${from} hasta ${to})`,
  lateRejected: (rejected: Rejection) => ` (mientras tanto ${rejectedEs(rejected)})`,
  seen: (when: string) => `se marcó como visto ${when}`,
  closed: (when: string, how: Extract<WhyEnd, { kind: 'closed' }>['how']) =>
    `dejó de avisar ${when} porque ${closedEs[how]}, sin que nadie lo marcara como visto`,
  stillOpen: 'todavía nadie lo marcó como visto',
  repeats: (count: number, when: string) =>
    count === 1
      ? `después el aviso llegó de nuevo ${when}, ya conocido, y por eso no volvió a sonar`
      : `después el aviso llegó ${String(count)} veces más, la última ${when}, ya conocido, y por eso no volvió a sonar`,
  seenBy: { counter: 'en el mostrador', staff: (initials: string) => `por ${initials}` },
};

export const whyTextsEn: typeof whyTextsEs = {
  title: 'Why did it not ring?',
  hint: 'Order code',
  ask: 'Ask',
  asking: 'Looking through the records…',
  failed: 'The records could not be read. Try again.',
  seeOrder: 'See order',
  which: (count) => `There are ${String(count)} orders with this code. Which one?`,
  atClock: (clock) => `at ${clock}`,
  onDay: (day, clock) => `on ${day} at ${clock}`,
  subject: (code) => `Order ${code}`,
  and: ' and ',
  arrived: (when, source) => `came ${when} ${sourcesEn[source]}`,
  cameCancelled: 'already cancelled',
  rang: (when, alert) => `${rangEn[alert]} ${when}`,
  shown: (when, alert) => `${shownEn[alert]} ${when}`,
  silenced: (when, alert, by) => `${shownEn[alert]} ${when} without sound because ${silencesEn[by]}`,
  notShown: 'did not ring because it was no longer waiting when it could be shown',
  readyTooLongAgo: (when) =>
    `did not ring because by PedidosYa’s time it was ready ${when} already, more than 24 h before it was known here`,
  madeTooLongAgo:
    'did not ring because by PedidosYa’s time it was made more than 24 h before it was known here that it was ready',
  cancelledTooLongAgo:
    'did not ring because it was cancelled already and by PedidosYa’s time from more than 12 h before it was known here',
  alreadyLeft: 'did not ring because it had left the shop when it became known here',
  handedOverBefore: (when) => `did not ring because it had been marked as handed over ${when}`,
  notReady: (status) => `did not ring yet because it is not ready (${status})`,
  otherShop: (when) => `came ${when}, but it is another shop’s, and so it does not ring`,
  noRecord: 'is in no record of this computer: neither an alert nor a request brought it',
  hereRejected: (when, rejected) => `in the last 24 h ${rejectedEn(rejected)}, the last one ${when}`,
  hereOff: (from, to) => `Mostrador was not running from ${from} to ${to}`,
  late: (minutes) => {
    if (minutes >= 60) return `${duration(minutes)} late`;
    return `${minutes === 1 ? '1 minute' : `${String(minutes)} minutes`} late`;
  },
  lateOff: (from, to) => ` (Mostrador was not running from ${from} to ${to})`,
  lateRejected: (rejected) => ` (meanwhile ${rejectedEn(rejected)})`,
  seen: (when) => `was marked as seen ${when}`,
  closed: (when, how) =>
    `stopped alerting ${when} because ${closedEn[how]}, without anybody marking it as seen`,
  stillOpen: 'nobody has marked it as seen yet',
  repeats: (count, when) =>
    count === 1
      ? `later the alert came again ${when}, already known, and so it did not ring again`
      : `later the alert came ${String(count)} more times, the last one ${when}, already known, and so it did not ring again`,
  seenBy: { counter: 'at the counter', staff: (initials) => `by ${initials}` },
};
