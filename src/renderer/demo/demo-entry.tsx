import type { JSX } from 'react';
import { Button } from '../components/button.tsx';
import { useShop } from '../shop-context.ts';

/** The button that starts the demonstration; not shown inside of it. */
export function DemoEntry(): JSX.Element | null {
  const { api, texts, isDemo } = useShop();
  if (isDemo) return null;
  return <Button onClick={() => void api['demo:enter']()}>{texts.demo.enter}</Button>;
}
