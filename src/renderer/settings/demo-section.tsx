import type { JSX } from 'react';
import { Button } from '../components/button.tsx';
import { useShop } from '../shop-context.ts';
import { Section } from './section.tsx';

/** The way into the demonstration, with what becomes of the shop meanwhile. */
export function DemoSection(): JSX.Element | null {
  const { api, texts, view, isDemo } = useShop();
  const { demo } = texts;
  if (isDemo) return null;
  return (
    <Section title={demo.title}>
      <p>
        {demo.body} {view.configured && demo.beside}
      </p>
      <div>
        <Button onClick={() => void api['demo:enter']()}>{demo.enter}</Button>
      </div>
    </Section>
  );
}
