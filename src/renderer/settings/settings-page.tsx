import { useState, type JSX, useLayoutEffect, useSyncExternalStore, type RefObject } from 'react';
import type { SettingsView } from '../../shared/ipc-contract.ts';
import { Part } from '../components/boundary.tsx';
import { Button } from '../components/button.tsx';
import { FullMessage } from '../components/full-message.tsx';
import type { Live } from '../live.ts';
import { useShop } from '../shop-context.ts';
import { LeaveGuard } from './form/leave-guard.tsx';
import { SaveBar } from './form/save-bar.tsx';
import { SectionList, sectionsOf } from './navigation/sections.tsx';
import { SettingsHead } from './navigation/settings-head.tsx';
import { KeychainNotice, Repairs } from './settings-notices.tsx';
import styles from './settings-page.module.css';
import { useSections } from './navigation/use-sections.ts';
import { useFirstMark, useSettingsForm } from './form/use-settings-form.ts';
import { createSectionFilter } from './navigation/section-filter.ts';

/** Filters the sections below `root` by the search words; returns how many are visible. */
function useSearch(root: RefObject<HTMLElement | null>, query: string): number {
  const [filter] = useState(createSectionFilter);
  // After every render: a choice may have added other fields.
  useLayoutEffect(() => {
    if (root.current !== null) filter.apply(root.current, query);
  });
  return useSyncExternalStore(filter.subscribe, filter.hits);
}

/** All settings, section by section, with a search. */
export function SettingsPage({ live }: { readonly live: Live<SettingsView> }): JSX.Element {
  const shop = useShop();
  const { api, texts, view } = shop;
  const form = useSettingsForm(live);
  const page = useFirstMark(form.marks);
  const [query, setQuery] = useState('');
  const isSearching = query.trim() !== '';
  const hits = useSearch(page, query);

  const { area, current, choose: lead } = useSections();
  const choose = (id: string): void => {
    setQuery('');
    lead(id);
  };

  // The search may hide a marked field: end the search.
  const [shownMarks, setShownMarks] = useState(0);
  if (form.marks !== shownMarks) {
    setShownMarks(form.marks);
    setQuery('');
  }

  return (
    <form
      ref={page}
      className={styles['page']}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (form.isDirty) void form.save();
      }}
    >
      <SettingsHead query={query} hits={hits} onQuery={setQuery} />
      <div className={styles['rooms']}>
        <SectionList current={current} onChoose={choose} />
        <div ref={area} className={styles['scroll']}>
          <main className={styles['column']}>
            {!isSearching && !shop.isDemo && (
              <>
                <p className={styles['soft']}>{texts.settings.intro}</p>
                <div className={styles['begin']}>
                  <Button onClick={() => void api['window:open-setup']()}>{texts.settings.openSetup}</Button>
                </div>
              </>
            )}
            <KeychainNotice />
            <Repairs problems={view.problems} />
            {sectionsOf(shop).map(({ id, Body }) => (
              <div key={id} className={styles['entry']} data-section={id}>
                <Part where={`settings, ${id}`}>
                  <Body form={form} />
                </Part>
              </div>
            ))}
            {isSearching && hits === 0 && (
              <FullMessage
                title={texts.preferences.noHitsTitle}
                body={texts.preferences.noHitsBody(query.trim())}
                action={{ label: texts.preferences.clearSearch, run: () => setQuery('') }}
              />
            )}
            {!isSearching && (
              <p className={styles['foot']}>
                <Button kind="quiet" onClick={() => void api['window:open-about']().catch(() => undefined)}>
                  {texts.about.open}
                </Button>
                <Button kind="quiet" onClick={() => void api['window:open-tour']().catch(() => undefined)}>
                  {texts.tour.title}
                </Button>
              </p>
            )}
          </main>
        </div>
      </div>
      <SaveBar form={form} />
      <LeaveGuard isDirty={form.isDirty} onSave={() => form.save()} />
    </form>
  );
}
