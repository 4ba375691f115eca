import type { AlertKind } from '../../orders/alert.ts';
import type { DayOutage } from '../../orders/day.ts';

const alertKindsEs: Readonly<Record<AlertKind, string>> = {
  ready: 'Listo',
  cancelled: 'Cancelado: no entregar',
  'cancelled-after-handover': 'Cancelado después de entregar',
  connection: 'Sin conexión con PedidosYa',
  unclear: 'Para mirar',
};
const alertKindsEn: typeof alertKindsEs = {
  ready: 'Ready',
  cancelled: 'Cancelled: do not hand over',
  'cancelled-after-handover': 'Cancelled after hand-over',
  connection: 'No connection to PedidosYa',
  unclear: 'To look at',
};

export const dayTextsEs = {
  title: 'Resumen del día',
  open: 'Resumen del día',
  choose: 'Qué días mostrar',
  today: 'Hoy',
  yesterday: 'Ayer',
  range: 'Otros días',
  from: 'Desde',
  to: 'Hasta',
  print: 'Imprimir',
  loading: 'Sumando…',
  failedTitle: 'No se pudo leer el resumen',
  failedBody: 'Los avisos siguen llegando y sonando. Pruebe de nuevo.',
  empty: 'En estos días no hubo pedidos ni avisos.',
  ready: 'Listos',
  left: 'Entregados',
  leftHint: 'Marcados aquí o retirados según PedidosYa',
  cancelled: 'Cancelados',
  cancelledSplit: (before: number, after: number) =>
    `${String(before)} antes de entregar · ${String(after)} después`,
  stillWaiting: 'Sin retirar',
  stillWaitingHint: 'Quedaron listos en estos días y siguen aquí',
  waiting: 'Espera en el mostrador',
  waitingHint: 'Desde listo hasta entregado',
  seen: 'Del aviso al Visto',
  seenHint: (closed: number) =>
    closed === 0
      ? 'Todos los avisos se vieron o siguen abiertos'
      : closed === 1
        ? '1 aviso se cerró solo, sin que nadie lo marcara'
        : `${String(closed)} avisos se cerraron solos, sin que nadie los marcara`,
  median: 'la mitad tardó menos',
  worst: (code: string) => (code === '' ? 'lo más largo' : `lo más largo, pedido ${code}`),
  none: 'sin datos',
  hours: 'Por hora',
  hoursChart: (busiest: string) =>
    `Pedidos listos y entregados por hora. La hora con más pedidos: ${busiest}.`,
  hour: 'Hora',
  hourLabel: (hour: number, isRepeated: boolean) =>
    `${String(hour).padStart(2, '0')}:00${isRepeated ? ' (2.ª vez)' : ''}`,
  medianWait: 'Espera (mitad)',
  outages: 'Cortes',
  noOutages: 'Ningún corte.',
  outageKinds: {
    connection: 'Sin conexión con PedidosYa',
    'app-off': 'Mostrador no estaba en marcha',
  } satisfies Readonly<Record<DayOutage['kind'], string>>,
  outageTime: (from: string, to: string | null) => (to === null ? `desde ${from}, sigue` : `${from} a ${to}`),
  hid: (ready: number, cancelled: number) => {
    if (ready + cancelled === 0) return 'no escondió ningún pedido';
    const parts = [
      ...(ready === 0 ? [] : [ready === 1 ? '1 listo' : `${String(ready)} listos`]),
      ...(cancelled === 0 ? [] : [cancelled === 1 ? '1 cancelado' : `${String(cancelled)} cancelados`]),
    ];
    return `se supo después: ${parts.join(' y ')}`;
  },
  asked: 'Encontrados al consultar',
  askedHint: 'No llegó ningún aviso de PedidosYa por ellos; Mostrador los encontró preguntando.',
  askedNone: 'De todos llegó el aviso.',
  more: (count: number) => `y ${String(count)} más`,
  save: 'Guardar en un archivo',
  saveHint: 'Planilla CSV. Del cliente lleva solo la primera letra del nombre.',
  saveOrders: 'Guardar pedidos',
  saveAlerts: 'Guardar avisos',
  saved: (file: string) => `Guardado en ${file}`,
  saveFailed: 'No se pudo guardar ahí. Elija otra carpeta.',
  yes: 'sí',
  no: 'no',
  seconds: (count: number) => `${String(count)} s`,
  minutes: (count: number) => `${String(count)} min`,
  hoursMinutes: (hours: number, minutes: number) =>
    minutes === 0 ? `${String(hours)} h` : `${String(hours)} h ${String(minutes)} min`,
  files: {
    kind: 'Planilla CSV',
    name: {
      orders: (days: string) => `mostrador-pedidos-${days}`,
      alerts: (days: string) => `mostrador-avisos-${days}`,
    },
    orders: {
      columns: [
        'Código',
        'Número externo',
        'Inicial',
        'Estado',
        'Listo',
        'Entregado',
        'Espera (min)',
        'Cancelado',
        'Cancelado por',
        'Motivo',
        'Llegó el aviso',
        'Productos',
        'Total',
        'Moneda',
      ],
      by: 'Entregó',
      outcome: {
        waiting: 'Sin retirar',
        left: 'Entregado',
        cancelledBefore: 'Cancelado antes de entregar',
        cancelledAfter: 'Cancelado después de entregar',
      },
    },
    alerts: {
      columns: ['Aviso', 'Código', 'Desde', 'Avisó', 'Visto', 'Hasta Visto (min)', 'Se cerró solo'],
      by: 'Lo vio',
      kinds: alertKindsEs,
    },
  },
};

export const dayTextsEn: typeof dayTextsEs = {
  title: 'Day report',
  open: 'Day report',
  choose: 'Which days to show',
  today: 'Today',
  yesterday: 'Yesterday',
  range: 'Other days',
  from: 'From',
  to: 'To',
  print: 'Print',
  loading: 'Adding up…',
  failedTitle: 'The report could not be read',
  failedBody: 'Alerts keep coming and ringing. Try again.',
  empty: 'There were no orders and no alerts on these days.',
  ready: 'Ready',
  left: 'Handed over',
  leftHint: 'Marked here, or picked up according to PedidosYa',
  cancelled: 'Cancelled',
  cancelledSplit: (before, after) => `${String(before)} before hand-over · ${String(after)} after`,
  stillWaiting: 'Not picked up',
  stillWaitingHint: 'Became ready on these days and are still here',
  waiting: 'Wait at the counter',
  waitingHint: 'From ready to handed over',
  seen: 'From alert to Seen',
  seenHint: (closed) =>
    closed === 0
      ? 'Every alert was seen or is still open'
      : closed === 1
        ? '1 alert closed by itself, and nobody marked it'
        : `${String(closed)} alerts closed by themselves, and nobody marked them`,
  median: 'half took less',
  worst: (code) => (code === '' ? 'the longest' : `the longest, order ${code}`),
  none: 'no data',
  hours: 'By hour',
  hoursChart: (busiest) => `Orders ready and handed over by hour. The busiest hour: ${busiest}.`,
  hour: 'Hour',
  hourLabel: (hour, isRepeated) => `${String(hour).padStart(2, '0')}:00${isRepeated ? ' (2nd time)' : ''}`,
  medianWait: 'Wait (half)',
  outages: 'Outages',
  noOutages: 'No outage.',
  outageKinds: { connection: 'No connection to PedidosYa', 'app-off': 'Mostrador was not running' },
  outageTime: (from, to) => (to === null ? `since ${from}, still going on` : `${from} to ${to}`),
  hid: (ready, cancelled) => {
    if (ready + cancelled === 0) return 'hid no order';
    const parts = [
      ...(ready === 0 ? [] : [`${String(ready)} ready`]),
      ...(cancelled === 0 ? [] : [`${String(cancelled)} cancelled`]),
    ];
    return `known only afterwards: ${parts.join(' and ')}`;
  },
  asked: 'Found by asking',
  askedHint: 'PedidosYa sent no alert about them; Mostrador found them by asking.',
  askedNone: 'The alert came for every one.',
  more: (count) => `and ${String(count)} more`,
  save: 'Save to a file',
  saveHint: 'CSV sheet. Of the customer it has the first letter of the name only.',
  saveOrders: 'Save orders',
  saveAlerts: 'Save alerts',
  saved: (file) => `Saved to ${file}`,
  saveFailed: 'It could not be saved there. Choose another folder.',
  yes: 'yes',
  no: 'no',
  seconds: (count) => `${String(count)} s`,
  minutes: (count) => `${String(count)} min`,
  hoursMinutes: (hours, minutes) =>
    minutes === 0 ? `${String(hours)} h` : `${String(hours)} h ${String(minutes)} min`,
  files: {
    kind: 'CSV sheet',
    name: {
      orders: (days) => `mostrador-orders-${days}`,
      alerts: (days) => `mostrador-alerts-${days}`,
    },
    orders: {
      columns: [
        'Code',
        'External number',
        'Initial',
        'State',
        'Ready',
        'Handed over',
        'Wait (min)',
        'Cancelled',
        'Cancelled by',
        'Reason',
        'Alert came',
        'Items',
        'Total',
        'Currency',
      ],
      by: 'Handed over by',
      outcome: {
        waiting: 'Not picked up',
        left: 'Handed over',
        cancelledBefore: 'Cancelled before hand-over',
        cancelledAfter: 'Cancelled after hand-over',
      },
    },
    alerts: {
      columns: ['Alert', 'Code', 'Since', 'Raised', 'Seen', 'Until Seen (min)', 'Closed by itself'],
      by: 'Seen by',
      kinds: alertKindsEn,
    },
  },
};
