import type { JSX } from 'react';
import { DemoEntry } from '../../demo/demo-frame.tsx';
import { useShop } from '../../shop-context.ts';
import { Section } from './section.tsx';

/** Starts the demonstration, and says what happens to the shop meanwhile. */
export function DemoSection(): JSX.Element {
  const { texts, view } = useShop();
  const { demo } = texts;
  return (
    <Section title={demo.title}>
      <p>
        {demo.body} {view.configured && demo.beside}
      </p>
      <div>
        <DemoEntry />
      </div>
    </Section>
  );
}
