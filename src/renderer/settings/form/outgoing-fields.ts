import {
  NEVER,
  PHONE_MINUTES,
  type HeartbeatSettings,
  type OutgoingSettings,
  type PhoneMinutes,
  type PhoneSettings,
  type TillSettings,
} from '../../../shared/settings/outgoing.ts';
import type { SettingPath } from '../../../shared/settings/setting-faults.ts';

/** What goes out to places of the owner, as typed in the form. */
export type OutgoingFields = {
  readonly phoneWay: PhoneSettings['way'];
  readonly phoneServer: string;
  readonly phoneTopic: string;
  readonly phoneAddress: string;
  readonly phoneReady: PhoneMinutes;
  readonly phoneCancelled: PhoneMinutes;
  readonly phoneConnection: PhoneMinutes;
  readonly tillPost: boolean;
  readonly tillAddress: string;
  readonly tillFiles: boolean;
  readonly tillFolder: string;
  readonly tillForm: TillSettings['form'];
  readonly tillPeople: boolean;
  readonly beat: boolean;
  readonly beatAddress: string;
  readonly beatMethod: HeartbeatSettings['method'];
};

export const OUTGOING_PLACES = {
  'outgoing.phone.server': 'phoneServer',
  'outgoing.phone.topic': 'phoneTopic',
  'outgoing.phone.address': 'phoneAddress',
  'outgoing.till.address': 'tillAddress',
  'outgoing.till.folder': 'tillFolder',
  'outgoing.heartbeat.address': 'beatAddress',
} as const satisfies Readonly<Partial<Record<SettingPath, keyof OutgoingFields>>>;

export const MINUTE_CHOICES: readonly PhoneMinutes[] = [...PHONE_MINUTES, NEVER];

export function toOutgoingFields({ phone, till, heartbeat }: OutgoingSettings): OutgoingFields {
  return {
    phoneWay: phone.way,
    phoneServer: phone.server,
    phoneTopic: phone.topic,
    phoneAddress: phone.address,
    phoneReady: phone.ready,
    phoneCancelled: phone.cancelled,
    phoneConnection: phone.connection,
    tillPost: till.post,
    tillAddress: till.address,
    tillFiles: till.files,
    tillFolder: till.folder,
    tillForm: till.form,
    tillPeople: till.people,
    beat: heartbeat.enabled,
    beatAddress: heartbeat.address,
    beatMethod: heartbeat.method,
  };
}

export function toOutgoingSettings(fields: OutgoingFields): OutgoingSettings {
  return {
    phone: {
      way: fields.phoneWay,
      server: fields.phoneServer.trim(),
      topic: fields.phoneTopic.trim(),
      address: fields.phoneAddress.trim(),
      ready: fields.phoneReady,
      cancelled: fields.phoneCancelled,
      connection: fields.phoneConnection,
    },
    till: {
      post: fields.tillPost,
      address: fields.tillAddress.trim(),
      files: fields.tillFiles,
      folder: fields.tillFolder.trim(),
      form: fields.tillForm,
      people: fields.tillPeople,
    },
    heartbeat: {
      enabled: fields.beat,
      address: fields.beatAddress.trim(),
      method: fields.beatMethod,
    },
  };
}

/** Returns the fields that the current choices hide. */
export function hiddenOutgoingFields(fields: OutgoingFields): readonly (keyof OutgoingFields)[] {
  const { phoneWay, tillPost, tillFiles, beat } = fields;
  return [
    ...(phoneWay === 'ntfy' ? [] : (['phoneServer', 'phoneTopic'] as const)),
    ...(phoneWay === 'post' ? [] : (['phoneAddress'] as const)),
    ...(phoneWay === 'off' ? (['phoneReady', 'phoneCancelled', 'phoneConnection'] as const) : []),
    ...(tillPost ? [] : (['tillAddress'] as const)),
    ...(tillFiles ? [] : (['tillFolder'] as const)),
    ...(tillPost || tillFiles ? [] : (['tillForm', 'tillPeople'] as const)),
    ...(beat ? [] : (['beatAddress', 'beatMethod'] as const)),
  ];
}
