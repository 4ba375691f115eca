import { useEffect, useRef, type JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { CloseIcon, SearchIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './settings-head.module.css';

/** The title of the window and its search box; always visible. */
export function SettingsHead(props: {
  readonly query: string;
  readonly hits: number;
  readonly onQuery: (query: string) => void;
}): JSX.Element {
  const { query, hits, onQuery } = props;
  const { texts } = useShop();
  const words = texts.preferences;
  const input = useRef<HTMLInputElement>(null);
  const isSearching = query.trim() !== '';

  useEffect(() => {
    const find = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', find);
    return () => window.removeEventListener('keydown', find);
  }, []);

  return (
    <header className={styles['head']}>
      <div className={styles['row']}>
        <h1 className={styles['title']}>{texts.settings.title}</h1>
        <div className={styles['search']}>
          <SearchIcon />
          <input
            ref={input}
            className={styles['input']}
            type="text"
            role="searchbox"
            aria-label={words.search}
            aria-keyshortcuts="Control+F"
            placeholder={words.searchHint}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => onQuery(event.target.value)}
            onKeyDown={(event) => {
              // Enter would save the form, which nobody expects in a search box.
              if (event.key === 'Enter') event.preventDefault();
              if (event.key === 'Escape') onQuery('');
            }}
          />
          {isSearching && (
            <Button
              kind="quiet"
              icon={<CloseIcon />}
              label={words.clearSearch}
              onClick={() => {
                onQuery('');
                input.current?.focus();
              }}
            />
          )}
        </div>
      </div>
      <p className="hidden-text" role="status">
        {isSearching ? words.hits(hits) : ''}
      </p>
    </header>
  );
}
