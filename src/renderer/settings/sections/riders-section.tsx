import { useState, type JSX } from 'react';
import { RIDERS_DIGITS, type RidersSettings } from '../../../shared/settings/riders.ts';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/check-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useShop } from '../../shop-context.ts';
import { Section } from './section.tsx';

/** The second screen, for riders. It applies at once. */
export function RidersSection(): JSX.Element {
  const { api, texts, view } = useShop();
  const words = texts.riders;
  const { riders } = view.settings;
  const [hasFailed, setFailed] = useState(false);
  const set = async (next: RidersSettings): Promise<void> => {
    setFailed(!(await api['riders:set']({ riders: next }).catch(() => false)));
  };
  return (
    <Section title={words.title}>
      <p>{words.intro}</p>
      <CheckField
        label={words.on}
        hint={words.onHint}
        checked={riders.on}
        onChecked={(on) => void set({ ...riders, on })}
      />
      <SelectField
        label={words.digits}
        value={riders.digits}
        onValue={(value) => {
          const digits = RIDERS_DIGITS.find((known) => known === value);
          if (digits !== undefined) void set({ ...riders, digits });
        }}
      >
        {RIDERS_DIGITS.map((digits) => (
          <option key={digits} value={digits}>
            {words.digitChoices[digits]}
          </option>
        ))}
      </SelectField>
      {riders.on && (
        <div>
          <Button onClick={() => void set(riders)}>{words.show}</Button>
        </div>
      )}
      <p role="status">{hasFailed && words.saveFailed}</p>
    </Section>
  );
}
