import type { JSX } from 'react';
import type { LoginItem } from '../../../shared/computer.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { Button } from '../../components/button.tsx';
import { TEXT_SIZES } from '../../../shared/settings/text-size.ts';
import { CheckField } from '../../components/check-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useShop } from '../../shop-context.ts';
import { BackupPart } from './transfer/backup-part.tsx';
import styles from './computer-section.module.css';
import { Section } from './section.tsx';
import { UpdatePart } from './update-part.tsx';
import { useComputer } from './use-computer.ts';

/** Settings of this computer, not of the shop. They all apply at once. */
export function ComputerSection(): JSX.Element {
  const { texts, view: saved, platform } = useShop();
  const computer = useComputer();
  const { view } = computer;
  const words = texts.computer;
  const { textSize } = saved.settings;
  return (
    <Section title={words.title}>
      <SelectField
        label={words.textSize}
        hint={words.textSizeHint(platform === 'darwin' ? '⌘' : 'Ctrl')}
        value={String(textSize)}
        onValue={(value) => computer.setTextSize(Number(value))}
      >
        {[...new Set([...TEXT_SIZES, textSize])]
          .toSorted((a, b) => a - b)
          .map((size) => (
            <option key={size} value={size}>
              {texts.preferences.percent(size)}
            </option>
          ))}
      </SelectField>
      {view !== null && (
        <>
          <CheckField
            label={words.login}
            checked={view.loginItem.kind === 'on' || view.loginItem.kind === 'blocked'}
            onChecked={computer.setLoginItem}
            hint={<LoginState loginItem={view.loginItem} texts={texts} />}
          />
          <CheckField
            label={words.keepAwake}
            checked={view.keepAwake}
            onChecked={(on) => computer.setSwitch('keepAwake', on)}
            hint={view.isKeptAwake ? `${words.keepAwakeHint} ${words.keepAwakeNow}` : words.keepAwakeHint}
          />
          <UpdatePart computer={computer} view={view} heading="h3" />
        </>
      )}
      {computer.hasFailed && (
        <p className={styles['bad']} role="alert">
          {words.failed}
        </p>
      )}
      <BackupPart />
      <div className={styles['part']} data-field>
        <h3>{texts.diagnostics.title}</h3>
        <p className={styles['soft']}>{texts.diagnostics.openHint}</p>
        <Button onClick={computer.openDiagnostics}>{texts.diagnostics.open}</Button>
      </div>
    </Section>
  );
}

function LoginState(props: { readonly loginItem: LoginItem; readonly texts: Texts }): JSX.Element {
  const words = props.texts.computer;
  const { loginItem } = props;
  switch (loginItem.kind) {
    case 'on':
      return <span className={styles['good']}>{words.loginOn}</span>;
    case 'off':
      return <>{words.loginOff}</>;
    case 'blocked':
      return <span className={styles['bad']}>{words.loginBlocks[loginItem.why]}</span>;
    case 'failed':
      return <span className={styles['bad']}>{words.loginFailed}</span>;
    default:
      return assertNever(loginItem);
  }
}
