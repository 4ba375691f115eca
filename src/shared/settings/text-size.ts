/** The sizes that a step or the list goes to, in percent. */
export const TEXT_SIZES = [100, 110, 125, 150, 175, 200] as const;
export const USUAL_TEXT_SIZE = 100;
export const MAX_TEXT_SIZE = 200;

export const TEXT_SIZE_STEPS = ['larger', 'smaller', 'usual'] as const;
export type TextSizeStep = (typeof TEXT_SIZE_STEPS)[number];
/** One step, or a size in percent. */
export type TextSizeChange = TextSizeStep | number;

/** Returns the text size, in percent, one step from this one. */
export function nextTextSize(size: number, step: TextSizeStep): number {
  if (step === 'usual') return USUAL_TEXT_SIZE;
  return step === 'larger'
    ? (TEXT_SIZES.find((one) => one > size) ?? MAX_TEXT_SIZE)
    : (TEXT_SIZES.findLast((one) => one < size) ?? USUAL_TEXT_SIZE);
}
