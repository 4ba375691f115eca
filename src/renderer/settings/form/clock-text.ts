const TIME = /^(\d{1,2}):(\d{2})$/;

/** Minutes since midnight as a time field shows them: "09:05". */
export function toClockText(minuteOfDay: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** Minutes since midnight; null for what is no time of day. */
export function parseClockText(text: string): number | null {
  const [, hours, minutes] = TIME.exec(text.trim()) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  return hour <= 23 && minute <= 59 ? hour * 60 + minute : null;
}
