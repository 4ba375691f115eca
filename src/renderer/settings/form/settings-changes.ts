import { TONE_KINDS, type ToneKind } from '../../../shared/orders/alert.ts';
import { WEEKDAYS, type Weekday } from '../../../shared/settings/opening-hours.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { own } from '../../../shared/own.ts';
import { tunnelLabels } from '../../tunnel-form/tunnel-fields.ts';
import { TONE_FIELDS } from './alert-fields.ts';
import { toFields, type FieldName, type Fields } from './fields.ts';
import { paperNames, placeNames, type Named } from './place-names.ts';

/** One setting that would change, in words. */
export type SettingsChange = { readonly label: string; readonly before: string; readonly after: string };

/** Returns all differences between two sets of settings, with the labels from the settings window. */
export function settingsChanges(before: Settings, after: Settings, texts: Texts): readonly SettingsChange[] {
  const old = shownValues(before, texts);
  return [...shownValues(after, texts)].flatMap(([name, { label, value: to }]) => {
    const from = old.get(name)?.value ?? '';
    const format = (value: string): string => (value === '' ? texts.preferences.empty : value);
    return from === to ? [] : [{ label, before: format(from), after: format(to) }];
  });
}

type Shown = { readonly label: string; readonly value: string };
type Value = Fields[FieldName];

/** Returns every setting by a name of its own: two may have the same label. */
function shownValues(settings: Settings, texts: Texts): ReadonlyMap<string, Shown> {
  const named = fieldNames(texts);
  const fields = Object.entries(toFields(settings)).map(([name, value]): [string, Shown] => {
    const { label, format = String }: Named = named.get(name) ?? { label: name };
    return [name, { label, value: formatValue(value, format, texts) }];
  });
  const { computer, hands, riders, outlet, textSize, tunnel } = settings;
  const words = texts.hands;
  // These have no field in the form: they apply at once, or main sets them itself.
  const others: readonly (readonly [label: string, value: string])[] = [
    [texts.computer.textSize, texts.preferences.percent(textSize)],
    [texts.riders.title, tellSwitch(riders.on, texts)],
    [texts.riders.digits, texts.riders.digitChoices[riders.digits]],
    [texts.outlet.on, tellSwitch(outlet.on, texts)],
    [texts.computer.keepAwake, tellSwitch(computer.keepAwake, texts)],
    [texts.computer.update.automatic, tellSwitch(computer.automaticUpdates, texts)],
    [words.shortcut.title, hands.shortcut],
    [words.staff.title, hands.initials.join(', ')],
    [words.staff.atCounter, hands.atCounter],
    [words.voice.on, tellSwitch(hands.voice, texts)],
    [texts.tunnelForm.hostKey, tunnel.ssh.hostKey],
  ];
  return new Map([...fields, ...others.map(([label, value]): [string, Shown] => [label, { label, value }])]);
}

function formatValue(value: Value, format: (text: string) => string, texts: Texts): string {
  if (typeof value === 'boolean') return tellSwitch(value, texts);
  if (typeof value !== 'object') return format(String(value));
  return value.open ? `${value.from}-${value.to}` : texts.preferences.closed;
}

function tellSwitch(value: boolean, { preferences }: Texts): string {
  return value ? preferences.yes : preferences.no;
}

function fieldNames(texts: Texts): ReadonlyMap<string, Named> {
  const { locale, settings, setup, preferences, tunnelForm, unclaimed } = texts;
  const providers: Readonly<Record<string, { readonly name: string }>> = tunnelForm.providers;
  const regions = new Intl.DisplayNames([locale], { type: 'region' });
  const tones: Readonly<Record<string, string>> = preferences.tones;
  const ways: Readonly<Record<string, string>> = {
    token: settings.authToken,
    'client-credentials': settings.authClient,
  };
  const languages: Readonly<Record<string, string>> = settings.languages;
  const toneOf = (kind: ToneKind): readonly [FieldName, Named] => [
    TONE_FIELDS[kind],
    { label: preferences.toneOf[kind].label, format: (tone) => own(tones, tone) ?? tone },
  ];
  const dayOf = (day: Weekday): readonly [FieldName, Named] => [day, { label: preferences.weekdays[day] }];
  const names: readonly (readonly [string, Named])[] = [
    ['name', { label: settings.name }],
    ['chainId', { label: settings.chainId }],
    ['vendorId', { label: settings.vendorId }],
    ['country', { label: settings.country, format: (code) => regions.of(code.toUpperCase()) ?? code }],
    ['timeZone', { label: settings.timeZone }],
    ['auth', { label: settings.auth, format: (way) => own(ways, way) ?? way }],
    ['clientId', { label: settings.clientId }],
    ['tokenLabel', { label: setup.key.label }],
    ['baseUrl', { label: settings.baseUrl }],
    ['port', { label: settings.port }],
    ['tunnelProvider', { label: tunnelForm.choose, format: (id) => own(providers, id)?.name ?? id }],
    ...Object.entries(tunnelLabels(texts)),
    ['volume', { label: preferences.volume, format: (volume) => preferences.percent(Number(volume)) }],
    ...TONE_KINDS.map(toneOf),
    ['escalateAfter', { label: preferences.escalate }],
    ['connectionAfter', { label: preferences.connection }],
    ['unclaimedAfter', { label: unclaimed.after }],
    ['unclaimedEvery', { label: unclaimed.every }],
    ['quiet', { label: preferences.quiet }],
    ['quietFrom', { label: preferences.quietFrom }],
    ['quietTo', { label: preferences.quietTo }],
    ['hours', { label: preferences.hours }],
    ...WEEKDAYS.map(dayOf),
    ...placeNames(texts),
    ...paperNames(texts),
    ['language', { label: settings.language, format: (language) => own(languages, language) ?? language }],
  ];
  return new Map(names);
}
