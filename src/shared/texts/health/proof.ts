/** "12 s", "4 min", "3 h". */
function age(seconds: number): string {
  if (seconds < 60) return `${String(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${String(minutes)} min` : `${String(Math.floor(minutes / 60))} h`;
}

/** Why silence is real. */
export const proofTextsEs = {
  allWell: 'Todo bien',
  lastPoll: (seconds: number) => `última consulta hace ${age(seconds)}`,
  lastWebhook: (clock: string) => `último aviso real ${clock}`,
  noWebhook: 'todavía ningún aviso real',
};

export const proofTextsEn: typeof proofTextsEs = {
  allWell: 'All well',
  lastPoll: (seconds) => `asked ${age(seconds)} ago`,
  lastWebhook: (clock) => `last real webhook ${clock}`,
  noWebhook: 'no real webhook yet',
};
