import type { JSX } from 'react';
import type { PhoneMinutes, PhoneSettings } from '../../../../shared/settings/outgoing.ts';
import { CheckField } from '../../../components/check-field.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { useShop } from '../../../shop-context.ts';
import { MINUTE_CHOICES } from '../../form/outgoing-fields.ts';
import type { SettingsForm } from '../../form/use-settings-form.ts';
import styles from '../computer-section.module.css';
import { DeadLetters, PlaceSecret, SendingState } from './outgoing-parts.tsx';
import { TypedField } from '../../form/typed-field.tsx';
import { Help, Section } from '../section.tsx';
import { useOutgoing } from './use-outgoing.ts';

const WAYS: readonly PhoneSettings['way'][] = ['off', 'ntfy', 'post'];

/** What tells the owner's phone when nobody looks, and a monitor outside when the computer is dead. */
export function PhoneSection({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts } = useShop();
  const words = texts.outgoing;
  const { fields, edit } = form;
  const outgoing = useOutgoing();
  const state = outgoing.view?.phone;
  const isOn = fields.phoneWay !== 'off';
  return (
    <Section title={words.phoneTitle}>
      <Help>{words.phoneLeaves}</Help>
      <SelectField
        label={words.phoneWay}
        value={fields.phoneWay}
        onValue={(value) => edit('phoneWay', WAYS.find((way) => way === value) ?? 'off')}
      >
        {WAYS.map((way) => (
          <option key={way} value={way}>
            {words.phoneWays[way]}
          </option>
        ))}
      </SelectField>
      {fields.phoneWay === 'ntfy' && (
        <>
          <TypedField form={form} name="phoneTopic" label={words.phoneTopic} hint={words.phoneTopicHint} />
          <TypedField form={form} name="phoneServer" label={words.phoneServer} hint={words.phoneServerHint} />
        </>
      )}
      {fields.phoneWay === 'post' && (
        <TypedField form={form} name="phoneAddress" label={words.phoneAddress} hint={words.addressHint} />
      )}
      {isOn && (
        <>
          <PlaceSecret form={form} name="phone-token" label={words.phoneToken} />
          <Minutes form={form} name="phoneReady" label={words.ready} />
          <Minutes form={form} name="phoneCancelled" label={words.cancelled} />
          <Minutes form={form} name="phoneConnection" label={words.connection} />
          <p className={styles['soft']}>{words.phoneHours}</p>
          <SendingState
            what="phone"
            isDirty={form.isDirty}
            last={state?.last}
            waiting={state?.waiting ?? 0}
          />
        </>
      )}
      <DeadLetters outgoing={outgoing} targets={['phone']} />
      <h3>{words.beatTitle}</h3>
      <Help>{words.beatLeaves}</Help>
      <CheckField label={words.beat} checked={fields.beat} onChecked={(on) => edit('beat', on)} />
      {fields.beat && (
        <>
          <TypedField form={form} name="beatAddress" label={words.beatAddress} hint={words.beatAddressHint} />
          <SelectField
            label={words.beatMethod}
            value={fields.beatMethod}
            onValue={(value) => edit('beatMethod', value === 'POST' ? 'POST' : 'GET')}
          >
            <option value="GET">GET</option>
            <option value="POST">POST</option>
          </SelectField>
          <SendingState what="heartbeat" isDirty={form.isDirty} last={outgoing.view?.heartbeat} waiting={0} />
        </>
      )}
    </Section>
  );
}

function Minutes(props: {
  readonly form: SettingsForm;
  readonly name: 'phoneReady' | 'phoneCancelled' | 'phoneConnection';
  readonly label: string;
}): JSX.Element {
  const { form, name, label } = props;
  const words = useShop().texts.outgoing;
  const byValue = (value: string): PhoneMinutes | undefined =>
    MINUTE_CHOICES.find((minutes) => String(minutes) === value);
  return (
    <SelectField
      label={label}
      value={String(form.fields[name])}
      onValue={(value) => form.edit(name, byValue(value) ?? 0)}
    >
      {MINUTE_CHOICES.map((minutes) => (
        <option key={minutes} value={String(minutes)}>
          {words.minutes(minutes)}
        </option>
      ))}
    </SelectField>
  );
}
