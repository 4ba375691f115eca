import type { HealthPart } from '../../health/health.ts';

/** What a part is for, and whom to call (after `call` below) when its remedy was not enough; empty: nobody. */
type PartText = { readonly meaning: string; readonly call: string };

const partsEs: Readonly<Record<HealthPart, PartText>> = {
  partner: {
    meaning: 'Mostrador le pregunta a PedidosYa qué pedidos hay. En rojo, los nuevos pueden tardar o faltar.',
    call: 'a quien tiene el usuario de Partner Portal en la tienda.',
  },
  tunnel: {
    meaning: 'Por aquí PedidosYa avisa al instante. En rojo los pedidos llegan igual, un poco después.',
    call: 'a quien instaló Mostrador.',
  },
  receiver: {
    meaning: 'Recibe esos avisos en esta computadora. En rojo los pedidos llegan igual, un poco después.',
    call: 'a quien instaló Mostrador.',
  },
  store: {
    meaning: 'Aquí se guardan los pedidos. En rojo Mostrador sigue avisando mientras no se cierre.',
    call: 'a quien cuida esta computadora.',
  },
  sound: {
    meaning: 'En rojo los avisos no se oyen: mire la pantalla hasta arreglarlo.',
    call: 'a quien cuida esta computadora.',
  },
  toasts: {
    meaning:
      'Las muestra el escritorio de esta computadora. En amarillo puede faltar alguna: el sonido y la tarjeta avisan igual.',
    call: 'a quien cuida esta computadora.',
  },
  outgoing: {
    meaning:
      'Lo que se envía a lugares del dueño. En amarillo algo no llega: los avisos en el mostrador siguen igual.',
    call: 'a quien cuida la caja o el celular.',
  },
  outlet: {
    meaning:
      'Si el local está abierto en PedidosYa. En amarillo figura cerrado dentro del horario: no entran pedidos.',
    call: 'a quien tiene el usuario de Partner Portal en la tienda.',
  },
  power: {
    meaning:
      'Con la computadora suspendida no suena nada. Al volver, Mostrador se pone al día solo y dice qué se perdió.',
    call: '',
  },
  clock: {
    meaning: 'La hora la pone PedidosYa: con la de esta computadora mal, los pedidos llegan y suenan igual.',
    call: 'a quien cuida esta computadora.',
  },
  orders: {
    meaning:
      'Cada pedido dice en qué estado está. Uno con un estado que Mostrador no conoce suena para que alguien lo mire.',
    call: 'a quien cuida esta computadora.',
  },
  printer: {
    meaning:
      'Imprime los tickets de las bolsas. En amarillo falta alguno: los pedidos llegan y suenan igual.',
    call: 'a quien cuida esta computadora.',
  },
};

const partsEn: typeof partsEs = {
  partner: {
    meaning: 'Mostrador asks PedidosYa which orders there are. When red, new ones may be late or missing.',
    call: 'whoever has the Partner Portal user of the shop.',
  },
  tunnel: {
    meaning: 'This is how PedidosYa alerts at once. When red, orders arrive all the same, a little later.',
    call: 'whoever installed Mostrador.',
  },
  receiver: {
    meaning:
      'It takes those alerts in on this computer. When red, orders arrive all the same, a little later.',
    call: 'whoever installed Mostrador.',
  },
  store: {
    meaning: 'Orders are kept here. When red, Mostrador goes on alerting as long as it is not closed.',
    call: 'whoever looks after this computer.',
  },
  sound: {
    meaning: 'When red, alerts cannot be heard: watch the screen until it is fixed.',
    call: 'whoever looks after this computer.',
  },
  toasts: {
    meaning:
      "This computer's desktop shows them. When yellow, one may be missing: sound and card alert all the same.",
    call: 'whoever looks after this computer.',
  },
  outgoing: {
    meaning:
      'What goes to places of the owner. When yellow, something does not arrive: alerts at the counter go on all the same.',
    call: 'whoever looks after the till or the phone.',
  },
  outlet: {
    meaning:
      'Whether the shop is open on PedidosYa. When yellow, it is closed within the opening hours: no orders come in.',
    call: 'whoever has the Partner Portal user of the shop.',
  },
  power: {
    meaning:
      'While the computer sleeps nothing rings. When it is back, Mostrador catches up by itself and says what was missed.',
    call: '',
  },
  clock: {
    meaning: "The time is PedidosYa's: with this computer's wrong, orders arrive and ring all the same.",
    call: 'whoever looks after this computer.',
  },
  orders: {
    meaning:
      'Every order says how it stands. One with a status that Mostrador does not know rings, so that somebody looks at it.',
    call: 'whoever looks after this computer.',
  },
  printer: {
    meaning:
      'It prints the slips for the bags. When yellow, one may be missing: orders arrive and ring all the same.',
    call: 'whoever looks after this computer.',
  },
};

export const tourLightTextsEs = {
  intro:
    'Haga clic en la luz, arriba en el mostrador: cada parte dice qué le pasa y qué hacer. Eso es siempre lo primero.',
  meanwhile: 'Mientras esté en rojo, mire también los pedidos en Pelican, donde se preparan.',
  now: 'Ahora:',
  parts: partsEs,
  call: 'Si no alcanza, llame',
  help: 'Quien ayude va a pedir el informe: se crea aquí y no lleva claves ni datos de clientes.',
};

export const tourLightTextsEn: typeof tourLightTextsEs = {
  intro:
    'Click the light, at the top of the counter: each part says what is wrong and what to do. That always comes first.',
  meanwhile: 'While it is red, look at the orders in Pelican, too, where they are prepared.',
  now: 'Now:',
  parts: partsEn,
  call: 'If that is not enough, call',
  help: 'Whoever helps will ask for the report: it is made here and holds no keys and no data of customers.',
};
