import type { JSX } from 'react';
import type { Texts } from '../../shared/texts/texts.ts';
import type { Shop } from '../shop-context.ts';
import { AdvancedSection } from './advanced-section.tsx';
import { AlertsSection } from './alerts-section.tsx';
import { ComputerSection } from './computer-section.tsx';
import { DemoSection } from './demo-section.tsx';
import { HoursSection } from './hours-section.tsx';
import { KeySection } from './key-section.tsx';
import { ShopSection } from './shop-section.tsx';
import { TransferSection } from './transfer-section.tsx';
import { TunnelSection } from './tunnel-section.tsx';
import type { SettingsForm } from './use-settings-form.ts';
import { WebhookSection } from './webhook-section.tsx';

/** A part of the settings window; what it shows is found by the search, field by field. */
export type SettingsSection = {
  readonly id: string;
  readonly title: (texts: Texts) => string;
  readonly Body: (props: { readonly form: SettingsForm }) => JSX.Element | null;
  /** Whether it has anything to say in this shop; without it: always. */
  readonly isNeeded?: (shop: Shop) => boolean;
};

/** What could bring the shop's own keys, orders or settings into a demonstration, or take invented ones out of it. */
const isReal = ({ isDemo }: Shop): boolean => !isDemo;

/** In the order in which they stand in the window. */
const SETTINGS_SECTIONS: readonly SettingsSection[] = [
  { id: 'shop', title: ({ settings }) => settings.shop, Body: ShopSection, isNeeded: isReal },
  { id: 'key', title: ({ settings }) => settings.key, Body: KeySection, isNeeded: isReal },
  { id: 'webhook', title: ({ settings }) => settings.webhook, Body: WebhookSection, isNeeded: isReal },
  { id: 'tunnel', title: ({ tunnelForm }) => tunnelForm.title, Body: TunnelSection, isNeeded: isReal },
  { id: 'alerts', title: ({ preferences }) => preferences.alerts, Body: AlertsSection },
  { id: 'hours', title: ({ preferences }) => preferences.hours, Body: HoursSection },
  { id: 'computer', title: ({ computer }) => computer.title, Body: ComputerSection, isNeeded: isReal },
  { id: 'advanced', title: ({ settings }) => settings.advanced, Body: AdvancedSection, isNeeded: isReal },
  {
    id: 'transfer',
    title: ({ preferences }) => preferences.transfer,
    Body: TransferSection,
    isNeeded: isReal,
  },
  { id: 'demo', title: ({ demo }) => demo.title, Body: DemoSection, isNeeded: isReal },
];

/** Those that have something to say in this shop. */
export function sectionsOf(shop: Shop): readonly SettingsSection[] {
  return SETTINGS_SECTIONS.filter(({ isNeeded }) => isNeeded?.(shop) !== false);
}
