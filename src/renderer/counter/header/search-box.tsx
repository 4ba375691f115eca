import type { JSX, Ref } from 'react';
import { Button } from '../../components/button.tsx';
import { CloseIcon, SearchIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './search-box.module.css';

/** Shows the search text, also when staff typed it without clicking the box. */
export function SearchBox(props: {
  readonly input: Ref<HTMLInputElement>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}): JSX.Element {
  const { input, query, onQuery } = props;
  const { texts } = useShop();
  return (
    <div className={styles['box']} role="search">
      <SearchIcon />
      <input
        ref={input}
        className={styles['input']}
        type="text"
        inputMode="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={texts.orders.search}
        placeholder={texts.orders.searchHint}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
      />
      {query !== '' && (
        <Button
          kind="quiet"
          icon={<CloseIcon />}
          label={texts.orders.clearSearch}
          onClick={() => onQuery('')}
        />
      )}
    </div>
  );
}
