import type { JSX } from 'react';
import type { Texts } from '../../../shared/texts/texts.ts';
import { useShop, type Shop } from '../../shop-context.ts';
import { AdvancedSection } from '../sections/advanced-section.tsx';
import { AlertsSection } from '../sections/alerts-section.tsx';
import { ComputerSection } from '../sections/computer-section.tsx';
import { DemoSection } from '../sections/demo-section.tsx';
import { HandsSection } from '../sections/hands/hands-section.tsx';
import { HoursSection } from '../sections/hours-section.tsx';
import { KeySection } from '../sections/key-section.tsx';
import { OutletSection } from '../sections/outlet-section.tsx';
import { PhoneSection } from '../sections/places/phone-section.tsx';
import { PaperSection } from '../sections/paper-section.tsx';
import { RidersSection } from '../sections/riders-section.tsx';
import { ShopSection } from '../sections/shop-section.tsx';
import { TillSection } from '../sections/places/till-section.tsx';
import { TransferSection } from '../sections/transfer/transfer-section.tsx';
import { TunnelSection } from '../sections/tunnel-section.tsx';
import type { SettingsForm } from '../form/use-settings-form.ts';
import { WebhookSection } from '../sections/webhook-section.tsx';
import styles from './sections.module.css';

/** A section of the settings window. The search looks through its fields. */
export type SettingsSection = {
  readonly id: string;
  readonly title: (texts: Texts) => string;
  readonly Body: (props: { readonly form: SettingsForm }) => JSX.Element | null;
  /** Returns whether the shop needs this section; without it the section is always shown. */
  readonly isNeeded?: (shop: Shop) => boolean;
};

/** For sections that could bring real keys, orders or settings into a demonstration, or invented ones out of it. */
const isReal = ({ isDemo }: Shop): boolean => !isDemo;

/** In the order of the window. */
const SETTINGS_SECTIONS: readonly SettingsSection[] = [
  { id: 'shop', title: ({ settings }) => settings.shop, Body: ShopSection, isNeeded: isReal },
  { id: 'key', title: ({ settings }) => settings.key, Body: KeySection, isNeeded: isReal },
  { id: 'webhook', title: ({ settings }) => settings.webhook, Body: WebhookSection, isNeeded: isReal },
  { id: 'tunnel', title: ({ tunnelForm }) => tunnelForm.title, Body: TunnelSection, isNeeded: isReal },
  { id: 'alerts', title: ({ preferences }) => preferences.alerts, Body: AlertsSection },
  { id: 'hours', title: ({ preferences }) => preferences.hours, Body: HoursSection },
  { id: 'hands', title: ({ hands }) => hands.title, Body: HandsSection },
  { id: 'outlet', title: ({ outlet }) => outlet.title, Body: OutletSection, isNeeded: isReal },
  { id: 'phone', title: ({ outgoing }) => outgoing.phoneTitle, Body: PhoneSection, isNeeded: isReal },
  { id: 'till', title: ({ outgoing }) => outgoing.tillTitle, Body: TillSection, isNeeded: isReal },
  { id: 'paper', title: ({ paper }) => paper.title, Body: PaperSection, isNeeded: isReal },
  { id: 'riders', title: ({ riders }) => riders.title, Body: RidersSection },
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

/** Returns the sections that the shop needs. */
export function sectionsOf(shop: Shop): readonly SettingsSection[] {
  return SETTINGS_SECTIONS.filter(({ isNeeded }) => isNeeded?.(shop) !== false);
}

/** The links to the sections, with the current one marked. */
export function SectionList(props: {
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
}): JSX.Element {
  const { current, onChoose } = props;
  const shop = useShop();
  const { texts } = shop;
  return (
    <nav className={styles['list']} aria-label={texts.preferences.parts}>
      {sectionsOf(shop).map(({ id, title }) => (
        <button
          key={id}
          type="button"
          className={styles['link']}
          aria-current={id === current ? 'location' : undefined}
          onClick={() => onChoose(id)}
        >
          {title(texts)}
        </button>
      ))}
    </nav>
  );
}
