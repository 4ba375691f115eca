import type { DayHours, OpeningHours, Weekday } from '../../../shared/settings/opening-hours.ts';

const TIME = /^(\d{1,2}):(\d{2})$/;

/** A day as typed in the form. A closed day keeps its times for the next time it is open. */
export type DayFields = { readonly open: boolean; readonly from: string; readonly to: string };
/** The opening hours as typed in the form. */
export type HoursFields = { readonly hours: boolean } & Readonly<Record<Weekday, DayFields>>;

export function toHoursFields({ enabled, days }: OpeningHours): HoursFields {
  return {
    hours: enabled,
    monday: toDayFields(days.monday),
    tuesday: toDayFields(days.tuesday),
    wednesday: toDayFields(days.wednesday),
    thursday: toDayFields(days.thursday),
    friday: toDayFields(days.friday),
    saturday: toDayFields(days.saturday),
    sunday: toDayFields(days.sunday),
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

/** Returns whether two days mean the same: the times of a closed day mean nothing. */
export function isSameDay(one: DayFields, other: DayFields): boolean {
  if (one.open !== other.open) return false;
  return !one.open || (one.from === other.from && one.to === other.to);
}

/** The settings of a closed day keep the times that they had. */
function parseDay({ open, from, to }: DayFields, base: DayHours): DayHours | null {
  if (!open) return { ...base, open };
  const [fromMinute, toMinute] = [parseClockText(from), parseClockText(to)];
  return fromMinute === null || toMinute === null ? null : { open, fromMinute, toMinute };
}

function toDayFields({ open, fromMinute, toMinute }: DayHours): DayFields {
  return { open, from: toClockText(fromMinute), to: toClockText(toMinute) };
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
