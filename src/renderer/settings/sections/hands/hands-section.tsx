import type { JSX } from 'react';
import { useShop } from '../../../shop-context.ts';
import { Section } from '../section.tsx';
import { ShortcutPart } from './shortcut-part.tsx';
import { StaffPart } from './staff-part.tsx';
import { VoicePart } from './voice-part.tsx';

/** What helps people whose hands are busy. It applies at once. */
export function HandsSection(): JSX.Element {
  const { texts } = useShop();
  return (
    <Section title={texts.hands.title}>
      <p>{texts.hands.intro}</p>
      <ShortcutPart />
      <VoicePart />
      <StaffPart />
    </Section>
  );
}
