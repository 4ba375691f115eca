import { useEffect, useState, type JSX } from 'react';
import { PAPER_WAYS, PAPER_WIDTHS, SLIP_NAMES, SLIP_SYMBOLS } from '../../../shared/settings/paper.ts';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/check-field.tsx';
import { PrinterIcon } from '../../components/icons.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { outcomeText } from '../../../shared/texts/orders/paper.ts';
import { useShop } from '../../shop-context.ts';
import { initialOf } from '../form/initial.ts';
import type { Fields } from '../form/fields.ts';
import { TypedField } from '../form/typed-field.tsx';
import type { SettingsForm } from '../form/use-settings-form.ts';
import { Help, Section } from './section.tsx';

/** Slips for the bags: on which printer, what stands on them, and which print by themselves. */
export function PaperSection({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { texts } = useShop();
  const words = texts.paper;
  const { fields } = form;
  const isOff = fields.paperWay === 'off';
  return (
    <Section title={words.title}>
      <Help>{words.intro}</Help>
      <Choice form={form} name="paperWay" label={words.way} options={PAPER_WAYS} words={words.ways} />
      {fields.paperWay === 'system' && <SystemPrinter form={form} />}
      {fields.paperWay === 'network' && (
        <>
          <TypedField form={form} name="printerHost" label={words.host} hint={words.hostHint} />
          <TypedField form={form} name="printerPort" label={words.port} hint={words.portHint} />
        </>
      )}
      {fields.paperWay === 'device' && (
        <TypedField form={form} name="printerDevice" label={words.device} hint={words.deviceHint} />
      )}
      {!isOff && (
        <>
          <SelectField
            label={words.width}
            hint={words.widthHint}
            value={String(fields.paperWidth)}
            onValue={(value) => form.edit('paperWidth', value === '58' ? 58 : 80)}
            initial={initialOf(form, texts, {
              name: 'paperWidth',
              label: words.width,
              format: (width) => words.widths[width],
            })}
          >
            {PAPER_WIDTHS.map((width) => (
              <option key={width} value={width}>
                {words.widths[width]}
              </option>
            ))}
          </SelectField>
          <Choice form={form} name="slipName" label={words.name} options={SLIP_NAMES} words={words.names} />
          <Choice
            form={form}
            name="slipSymbol"
            label={words.symbol}
            hint={words.symbolHint}
            options={SLIP_SYMBOLS}
            words={words.symbols}
          />
          <Switch form={form} name="printsReady" label={words.automatic} hint={words.automaticHint} />
          <Switch form={form} name="printsCancelled" label={words.cancelled} hint={words.cancelledHint} />
          <TestButton form={form} />
        </>
      )}
    </Section>
  );
}

function TestButton({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { api, texts } = useShop();
  const test = async (): Promise<void> => {
    if (!(await form.save())) return;
    await form.ask(async () => {
      const outcome = await api['paper:test']();
      return {
        tone: outcome.kind === 'printed' ? 'ok' : 'error',
        message: (now) => ({ sentence: outcomeText(outcome, now), remedy: '' }),
      };
    });
  };
  return (
    <div data-field>
      <Button icon={<PrinterIcon />} disabled={form.busy !== null} onClick={() => void test()}>
        {form.busy === 'asking' ? texts.paper.printing : texts.paper.test}
      </Button>
    </div>
  );
}

/** The printers that this computer knows; a saved one stays in the list also while the system does not name it. */
function SystemPrinter({ form }: { readonly form: SettingsForm }): JSX.Element {
  const { api, texts } = useShop();
  const words = texts.paper;
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let isWanted = true;
    api['paper:printers']()
      .then((found) => {
        if (isWanted) setNames(found);
      })
      // The list then holds the default printer alone.
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [api]);
  const { printerName } = form.fields;
  const listed = printerName === '' || names.includes(printerName) ? names : [printerName, ...names];
  return (
    <SelectField
      label={words.printer}
      value={printerName}
      onValue={(value) => form.edit('printerName', value)}
      initial={initialOf(form, texts, {
        name: 'printerName',
        label: words.printer,
        format: (name) => (name === '' ? words.defaultPrinter : name),
      })}
    >
      <option value="">{words.defaultPrinter}</option>
      {listed.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

type ChoiceName = 'paperWay' | 'slipName' | 'slipSymbol';

function Choice<F extends ChoiceName>(props: {
  readonly form: SettingsForm;
  readonly name: F;
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly Fields[F][];
  readonly words: Readonly<Record<Fields[F], string>>;
}): JSX.Element {
  const { form, name, label, hint, options, words } = props;
  const { texts } = useShop();
  return (
    <SelectField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={form.fields[name]}
      onValue={(value) => {
        const chosen = options.find((option) => option === value);
        if (chosen !== undefined) form.edit(name, chosen);
      }}
      initial={initialOf(form, texts, { name, label, format: (value) => words[value] })}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {words[option]}
        </option>
      ))}
    </SelectField>
  );
}

function Switch(props: {
  readonly form: SettingsForm;
  readonly name: 'printsReady' | 'printsCancelled';
  readonly label: string;
  readonly hint: string;
}): JSX.Element {
  const { form, name, label, hint } = props;
  const { texts } = useShop();
  const words = texts.preferences;
  return (
    <CheckField
      label={label}
      hint={hint}
      checked={form.fields[name]}
      onChecked={(isOn) => form.edit(name, isOn)}
      initial={initialOf(form, texts, { name, label, format: (isOn) => (isOn ? words.yes : words.no) })}
    />
  );
}
