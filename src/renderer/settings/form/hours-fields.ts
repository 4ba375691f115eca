import type { DayHours, OpeningHours, Weekday } from '../../../shared/opening-hours.ts';

const TIME = /^(\d{1,2}):(\d{2})$/;

/** The opening hours as typed in the form: a day is "09:00-22:00", or "" when the shop is closed. */
export type HoursFields = { readonly hours: boolean } & Readonly<Record<Weekday, string>>;

export function toHoursFields({ enabled, days }: OpeningHours): HoursFields {
  return {
    hours: enabled,
    monday: toDayText(days.monday),
    tuesday: toDayText(days.tuesday),
    wednesday: toDayText(days.wednesday),
    thursday: toDayText(days.thursday),
    friday: toDayText(days.friday),
    saturday: toDayText(days.saturday),
    sunday: toDayText(days.sunday),
  };
}

const UNREADABLE: DayHours = { open: true, fromMinute: Number.NaN, toMinute: Number.NaN };

/** `orElse` replaces a day that cannot be parsed. Its default is a value which the settings check refuses. */
export function toOpeningHours(
  fields: HoursFields,
  base: OpeningHours,
  orElse: (base: DayHours) => DayHours = () => UNREADABLE,
): OpeningHours {
  const day = (name: Weekday): DayHours => parseDay(fields[name], base.days[name]) ?? orElse(base.days[name]);
  return {
    enabled: fields.hours,
    days: {
      monday: day('monday'),
      tuesday: day('tuesday'),
      wednesday: day('wednesday'),
      thursday: day('thursday'),
      friday: day('friday'),
      saturday: day('saturday'),
      sunday: day('sunday'),
    },
  };
}

export type DayParts = { readonly from: string; readonly to: string };

/** Returns the two times of an open day; null for a closed one. */
export function dayParts(text: string): DayParts | null {
  const [from = '', to = ''] = text.split('-');
  return text === '' ? null : { from, to };
}

export function joinDay({ from, to }: DayParts): string {
  return `${from}-${to}`;
}

/** A closed day keeps its times for the next time it is open. */
function parseDay(text: string, base: DayHours): DayHours | null {
  const parts = dayParts(text);
  if (parts === null) return { ...base, open: false };
  const [fromMinute, toMinute] = [parseClockText(parts.from), parseClockText(parts.to)];
  return fromMinute === null || toMinute === null ? null : { open: true, fromMinute, toMinute };
}

function toDayText({ open, fromMinute, toMinute }: DayHours): string {
  return open ? joinDay({ from: toClockText(fromMinute), to: toClockText(toMinute) }) : '';
}

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
