import type { JSX } from 'react';
import { Button } from '../components/button.tsx';
import { useShop } from '../shop-context.ts';

/** One click into the demonstration; there is none inside it. */
export function DemoEntry(): JSX.Element | null {
  const { api, texts, isDemo } = useShop();
  if (isDemo) return null;
  return <Button onClick={() => void api['demo:enter']()}>{texts.demo.enter}</Button>;
}
