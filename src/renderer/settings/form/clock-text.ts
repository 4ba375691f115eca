const TIME = /^(\d{1,2}):(\d{2})$/;

/** Returns minutes since midnight in the format of a time field: "09:05". */
export function toClockText(minuteOfDay: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** Returns the minutes since midnight; null for text that is not a time of day. */
export function parseClockText(text: string): number | null {
  const [, hours, minutes] = TIME.exec(text.trim()) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  return hour <= 23 && minute <= 59 ? hour * 60 + minute : null;
}
