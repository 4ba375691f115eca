export const unclaimedTextsEs = {
  /** `ago`: like "hace 18 min". */
  since: (ago: string) => `Listo y sin retirar ${ago}`,
  /** Where the time stands beside it. */
  status: 'Sin retirar',
  silence: 'Silenciar este pedido',
  unsilence: 'Volver a avisar de este pedido',
  silenced: 'Silenciado: no se vuelve a avisar de este pedido.',
  failed: 'No se pudo guardar. Pruebe de nuevo.',
  after: 'Minutos hasta avisar que nadie retira un pedido listo',
  afterHint:
    'La fila, la tarjeta y el ícono dicen que sigue sin retirar, y suena un tono tranquilo. Un aviso sin ver sigue con su propio sonido. 0: nunca.',
  every: 'Minutos hasta repetir ese tono',
  everyHint: 'Hasta que lo retiren, lo marque como entregado o silencie ese pedido. 0: suena una sola vez.',
  listen: 'Escuchar este tono',
};

export const unclaimedTextsEn: typeof unclaimedTextsEs = {
  since: (ago) => `Ready and not picked up, ${ago}`,
  status: 'Not picked up',
  silence: 'Silence this order',
  unsilence: 'Remind of this order again',
  silenced: 'Silenced: nobody is reminded of this order again.',
  failed: 'It could not be saved. Try again.',
  after: 'Minutes until it says that nobody picks up a ready order',
  afterHint:
    'The row, the card and the icon say that it is not picked up, and a calm tone is played. An unseen alert keeps its own sound. 0: never.',
  every: 'Minutes until that tone is repeated',
  everyHint:
    'Until it is picked up, marked as handed over, or silenced for that order. 0: it is played once.',
  listen: 'Listen to this tone',
};
