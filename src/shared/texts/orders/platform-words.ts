import { own } from '../../own.ts';

/** A code of the platform, however it is spelled: `Out of stock`, `out-of-stock` and `OUT_OF_STOCK` are one. */
function inWords(table: Readonly<Record<string, string>>, code: string): string | null {
  return (
    own(
      table,
      code
        .trim()
        .toUpperCase()
        .replaceAll(/[\s-]+/g, '_'),
    ) ?? null
  );
}

/** `SPLIT_WALLET`: no word or sentence that somebody wrote. */
function isCode(text: string): boolean {
  return /^[A-Z0-9]+(?:_[A-Z0-9]+)+$/.test(text);
}

const reasonsEs: Readonly<Record<string, string>> = {
  ADDRESS_INCOMPLETE_MISSTATED: 'La dirección estaba incompleta o mal',
  BAD_WEATHER: 'Mal tiempo',
  CLOSED: 'La tienda estaba cerrada',
  COURIER_ACCIDENT: 'El repartidor tuvo un accidente',
  COURIER_UNREACHABLE: 'No se pudo ubicar al repartidor',
  CUSTOMER_REQUEST: 'Lo pidió el cliente',
  DELIVERY_ETA_TOO_LONG: 'La entrega iba a demorar demasiado',
  DUPLICATE_ORDER: 'El pedido estaba repetido',
  FRAUD_PRANK: 'El pedido no era de verdad',
  ITEM_UNAVAILABLE: 'Faltaba un producto',
  MISTAKE_ERROR: 'Se pidió por error',
  NO_COURIER: 'No había repartidor',
  NO_PICKER: 'No había quien lo preparara',
  NO_RESPONSE: 'Nadie respondió',
  ORDER_MODIFICATION_NOT_POSSIBLE: 'No se pudo cambiar el pedido',
  OTHER: 'Otro motivo',
  OUT_OF_STOCK: 'Faltaba un producto',
  OUT_OF_STOCK_UNAVAILABLE: 'Faltaba un producto',
  OUTSIDE_DELIVERY_AREA: 'La dirección queda fuera de la zona de entrega',
  OUTSIDE_SERVICE_HOURS: 'Fuera del horario',
  REASON_UNKNOWN: 'Sin motivo',
  TECHNICAL_PROBLEM: 'Un problema técnico',
  TEST_ORDER: 'Era un pedido de prueba',
  TOO_BUSY: 'La tienda tenía demasiados pedidos',
  UNABLE_TO_FIND: 'No se encontró la dirección',
  UNABLE_TO_PAY: 'No se pudo pagar',
  UNREACHABLE: 'No se pudo ubicar al cliente',
  WRONG_ADDRESS: 'La dirección estaba mal',
};
const reasonsEn: typeof reasonsEs = {
  ADDRESS_INCOMPLETE_MISSTATED: 'The address was incomplete or wrong',
  BAD_WEATHER: 'Bad weather',
  CLOSED: 'The shop was closed',
  COURIER_ACCIDENT: 'The rider had an accident',
  COURIER_UNREACHABLE: 'The rider could not be reached',
  CUSTOMER_REQUEST: 'The customer asked for it',
  DELIVERY_ETA_TOO_LONG: 'The delivery would have taken too long',
  DUPLICATE_ORDER: 'The order was placed twice',
  FRAUD_PRANK: 'The order was not a real one',
  ITEM_UNAVAILABLE: 'An item was missing',
  MISTAKE_ERROR: 'It was ordered by mistake',
  NO_COURIER: 'There was no rider',
  NO_PICKER: 'There was nobody to prepare it',
  NO_RESPONSE: 'Nobody answered',
  ORDER_MODIFICATION_NOT_POSSIBLE: 'The order could not be changed',
  OTHER: 'Another reason',
  OUT_OF_STOCK: 'An item was missing',
  OUT_OF_STOCK_UNAVAILABLE: 'An item was missing',
  OUTSIDE_DELIVERY_AREA: 'The address is outside the delivery area',
  OUTSIDE_SERVICE_HOURS: 'Outside the opening hours',
  REASON_UNKNOWN: 'No reason given',
  TECHNICAL_PROBLEM: 'A technical problem',
  TEST_ORDER: 'It was a test order',
  TOO_BUSY: 'The shop was too busy',
  UNABLE_TO_FIND: 'The address was not found',
  UNABLE_TO_PAY: 'The payment failed',
  UNREACHABLE: 'The customer could not be reached',
  WRONG_ADDRESS: 'The address was wrong',
};

const paymentsEs: Readonly<Record<string, string>> = {
  PAID: 'Ya pagado',
  PREPAID: 'Ya pagado',
  ONLINE: 'Pagado en línea',
  ONLINE_PAYMENT: 'Pagado en línea',
  UNPAID: 'Sin pagar',
  NOT_PAID: 'Sin pagar',
  PENDING: 'Sin pagar',
  CASH: 'Efectivo',
  CASH_ON_DELIVERY: 'Efectivo',
  COD: 'Efectivo',
  CARD: 'Tarjeta',
  CREDIT: 'Tarjeta de crédito',
  CREDIT_CARD: 'Tarjeta de crédito',
  CREDITCARD: 'Tarjeta de crédito',
  DEBIT: 'Tarjeta de débito',
  DEBIT_CARD: 'Tarjeta de débito',
  POS: 'Tarjeta, al entregar',
  CARD_ON_DELIVERY: 'Tarjeta, al entregar',
  BANK_TRANSFER: 'Transferencia',
  WALLET: 'Billetera digital',
  GIFT_CARD: 'Tarjeta de regalo',
  VOUCHER: 'Cupón',
  MEAL_VOUCHER: 'Vale de alimentación',
};
const paymentsEn: typeof paymentsEs = {
  PAID: 'Paid already',
  PREPAID: 'Paid already',
  ONLINE: 'Paid online',
  ONLINE_PAYMENT: 'Paid online',
  UNPAID: 'Not paid',
  NOT_PAID: 'Not paid',
  PENDING: 'Not paid',
  CASH: 'Cash',
  CASH_ON_DELIVERY: 'Cash',
  COD: 'Cash',
  CARD: 'Card',
  CREDIT: 'Credit card',
  CREDIT_CARD: 'Credit card',
  CREDITCARD: 'Credit card',
  DEBIT: 'Debit card',
  DEBIT_CARD: 'Debit card',
  POS: 'Card, on delivery',
  CARD_ON_DELIVERY: 'Card, on delivery',
  BANK_TRANSFER: 'Bank transfer',
  WALLET: 'Digital wallet',
  GIFT_CARD: 'Gift card',
  VOUCHER: 'Voucher',
  MEAL_VOUCHER: 'Meal voucher',
};

const cancellersEs: Readonly<Record<string, string>> = {
  CUSTOMER: 'el cliente',
  VENDOR: 'la tienda',
  LOGISTICS: 'el servicio de entrega',
  COURIER: 'el repartidor',
  RIDER: 'el repartidor',
  PLATFORM: 'PedidosYa',
  SYSTEM: 'PedidosYa',
};
const cancellersEn: typeof cancellersEs = {
  CUSTOMER: 'the customer',
  VENDOR: 'the shop',
  LOGISTICS: 'the delivery service',
  COURIER: 'the rider',
  RIDER: 'the rider',
  PLATFORM: 'PedidosYa',
  SYSTEM: 'PedidosYa',
};

/** Codes of the platform in words. A code that is not known is told as such; what a person wrote stays as it is. */
export const platformWordsEs = {
  reason: (reason: string) =>
    inWords(reasonsEs, reason) ?? (isCode(reason) ? `Otro motivo (${reason})` : reason),
  payment: (type: string) =>
    inWords(paymentsEs, type) ?? (isCode(type) ? `Otra forma de pago (${type})` : type),
  canceller: (by: string) => inWords(cancellersEs, by) ?? by,
};
export const platformWordsEn: typeof platformWordsEs = {
  reason: (reason) => inWords(reasonsEn, reason) ?? (isCode(reason) ? `Another reason (${reason})` : reason),
  payment: (type) => inWords(paymentsEn, type) ?? (isCode(type) ? `Another payment (${type})` : type),
  canceller: (by) => inWords(cancellersEn, by) ?? by,
};
