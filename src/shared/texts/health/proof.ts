/** "4 min", "3 h". Seconds would change the tray's tooltip all the time, and on Linux the menu is sent with it. */
function age(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${String(minutes)} min` : `${String(Math.floor(minutes / 60))} h`;
}

/** Why silence is real. */
export const proofTextsEs = {
  allWell: 'Todo bien',
  lastPoll: (seconds: number) =>
    seconds < 60 ? 'consultado recién' : `última consulta hace ${age(seconds)}`,
  lastWebhook: (clock: string) => `último aviso real ${clock}`,
  noWebhook: 'todavía ningún aviso real',
};

export const proofTextsEn: typeof proofTextsEs = {
  allWell: 'All well',
  lastPoll: (seconds) => (seconds < 60 ? 'asked just now' : `asked ${age(seconds)} ago`),
  lastWebhook: (clock) => `last real alert ${clock}`,
  noWebhook: 'no real alert yet',
};
