import type { JSX } from 'react';
import type { SettingsProblem } from '../../shared/ipc-contract.ts';
import { useShop } from '../shop-context.ts';
import { usePartHealth } from './sections/use-part-health.ts';
import styles from './settings-page.module.css';

/** Says that the keychain cannot be read, or has lost the keys, before anybody types a key into this page. */
export function KeychainNotice(): JSX.Element | null {
  const { texts } = useShop();
  const partner = usePartHealth('partner');
  if (partner === null) return null;
  const { code, detail } = partner;
  if (code !== 'keychain-unavailable' && code !== 'keys-gone') return null;
  const { sentence, remedy } = texts.health[code](detail);
  return (
    <p className={styles['repairs']} role="alert">
      <strong>{sentence}</strong> {remedy}
    </p>
  );
}

/** Says which settings were repaired when they were read. */
export function Repairs({ problems }: { readonly problems: readonly SettingsProblem[] }): JSX.Element | null {
  const { texts } = useShop();
  if (problems.length === 0) return null;
  return (
    <ul className={styles['repairs']}>
      {problems.map((problem) =>
        problem.kind === 'file-damaged' ? (
          <li key={problem.keptAs}>{texts.settings.repairedFile(problem.keptAs)}</li>
        ) : (
          <li key={problem.section}>{texts.settings.repairedSection(problem.section)}</li>
        ),
      )}
    </ul>
  );
}
