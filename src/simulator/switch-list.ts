import { CHOICE_LABELS, SWITCH_LABELS } from './switch-labels.ts';
import { switchKind } from './switches.ts';
import type { BothLanguages } from './both-languages.ts';
import type { SwitchKind, SwitchName } from './switches.ts';
import { own } from '../shared/own.ts';

export type SwitchGroup = {
  readonly title: BothLanguages;
  readonly switches: readonly ListedSwitch[];
};
type ListedSwitch = SwitchKind & {
  readonly name: SwitchName;
  readonly label: BothLanguages;
  readonly choiceLabels: Readonly<Record<string, BothLanguages>>;
};

/** Every switch with its words, in the order of the control page. */
export const SWITCH_GROUPS: readonly SwitchGroup[] = SWITCH_LABELS.map(({ title, switches }) => ({
  title,
  switches: switches.map(([name, es, en]) => {
    const kind = switchKind(name);
    const choices = kind.kind === 'choice' ? kind.choices : [];
    const choiceLabels: Record<string, BothLanguages> = {};
    for (const choice of choices)
      choiceLabels[choice] = own(CHOICE_LABELS, choice) ?? { es: choice, en: choice };
    return { ...kind, name, label: { es, en }, choiceLabels };
  }),
}));
