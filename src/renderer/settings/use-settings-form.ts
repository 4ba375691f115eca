import { useRef, useState } from 'react';
import type { SaveOutcome, SettingsView } from '../../shared/ipc-contract.ts';
import type { PartnerError } from '../../shared/partner.ts';
import type { SecretName } from '../../shared/settings.ts';
import type { ErrorText } from '../../shared/texts/errors.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { Live } from '../live.ts';
import { useShop } from '../shop-context.ts';
import {
  NOTHING_TYPED,
  realEdits,
  secretOf,
  toFields,
  toSettings,
  type FieldName,
  type Fields,
  type PartnerSecret,
  type TypedSecrets,
} from './fields.ts';
import { findMissing, findProblems, refusedField, refusedSecret, type Problems } from './validate.ts';

/** What came of the last thing asked for; told in the language of the moment, which saving may have changed. */
type Result = { readonly tone: 'ok' | 'error'; readonly tell: (texts: Texts) => ErrorText };
type Busy = 'saving' | 'trying' | null;
type TellTrouble = (texts: Texts, error: PartnerError) => ErrorText;

export type SettingsForm = {
  readonly fields: Fields;
  readonly typed: TypedSecrets;
  readonly problems: Problems;
  readonly isDirty: boolean;
  readonly busy: Busy;
  readonly result: Result | null;
  readonly edit: <F extends FieldName>(name: F, value: Fields[F]) => void;
  readonly type: (name: PartnerSecret, value: string) => void;
  /** True when everything was saved. */
  readonly save: () => Promise<boolean>;
  /** True when PedidosYa answered. */
  readonly saveAndTry: () => Promise<boolean>;
  readonly clearResult: () => void;
  /** Runs something else that changes what is kept; true when it did. */
  readonly run: (ask: () => Promise<SaveOutcome>, done: (texts: Texts) => string) => Promise<boolean>;
};

/**
 * What is typed, what is wrong with it, and what saving it came to. Typed secrets live here and nowhere else.
 * `tellTrouble`: words for a failed try, where the page says the rest of it.
 */
export function useSettingsForm(
  live: Live<SettingsView>,
  tellTrouble: TellTrouble = partnerTrouble,
): SettingsForm {
  const { api, view } = useShop();
  const [edits, setEdits] = useState<Partial<Fields>>({});
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState<Busy>(null);
  const [result, setResult] = useState<Result | null>(null);
  const isBusy = useRef(false);

  const base = toFields(view.settings);
  const changed = realEdits(edits, base);
  const fields: Fields = { ...base, ...changed };
  const hasTyped = Object.values(typed).some((value) => value !== '');
  const isDirty = Object.keys(changed).length > 0 || hasTyped;

  const fail = (outcome: Extract<SaveOutcome, { ok: false }>, marks: Problems): false => {
    setProblems(marks);
    setResult({ tone: 'error', tell: (texts) => texts.errors.save[outcome.code] });
    return false;
  };
  const take = (next: SettingsView): void => live.apply(() => next);

  const saveSecret = async (name: PartnerSecret): Promise<boolean> => {
    if (typed[name] === '') return true;
    const outcome = await api['secrets:save']({ name, value: typed[name] });
    if (!outcome.ok)
      return fail(outcome, outcome.code === 'invalid' ? refusedSecret(name, outcome.detail) : {});
    setTyped((before) => ({ ...before, [name]: '' }));
    take(outcome.view);
    return true;
  };

  const saveAll = async (): Promise<boolean> => {
    if (Object.keys(changed).length > 0) {
      const outcome = await api['settings:save']({ settings: toSettings(fields, view.settings) });
      if (!outcome.ok) return fail(outcome, outcome.code === 'invalid' ? refusedField(outcome.detail) : {});
      // What was typed while main was saving stays.
      setEdits((before) => realEdits(before, fields));
      take(outcome.view);
    }
    // Only the secret of the chosen way in: the other field is not on the screen.
    return saveSecret(secretOf(fields.auth));
  };

  const mark = (found: Problems): boolean => {
    setProblems(found);
    if (Object.keys(found).length === 0) return false;
    setResult({ tone: 'error', tell: (texts) => plain(texts.settings.checkFields) });
    return true;
  };

  const guarded = async (as: Exclude<Busy, null>, work: () => Promise<boolean>): Promise<boolean> => {
    if (isBusy.current) return false;
    isBusy.current = true;
    setBusy(as);
    setResult(null);
    try {
      return await work();
    } catch {
      // Main has logged why.
      setResult({ tone: 'error', tell: (texts) => texts.errors.save.unexpected });
      return false;
    } finally {
      isBusy.current = false;
      setBusy(null);
    }
  };

  const tryPartner = async (): Promise<boolean> => {
    setBusy('trying');
    const check = await api['partner:check']();
    setResult(
      check.ok
        ? { tone: 'ok', tell: (texts) => plain(texts.settings.works(check.orders, check.ms)) }
        : { tone: 'error', tell: (texts) => tellTrouble(texts, check.error) },
    );
    return check.ok;
  };

  return {
    fields,
    typed,
    problems,
    isDirty,
    busy,
    result,
    edit: (name, value) => {
      setResult(null);
      setEdits((before) => ({ ...before, [name]: value }));
      setProblems((before) => without(before, name));
    },
    type: (name, value) => {
      setResult(null);
      setTyped((before) => ({ ...before, [name]: value }));
      setProblems((before) => without(before, name));
    },
    save: () => {
      if (mark(findProblems(fields))) return Promise.resolve(false);
      return guarded('saving', async () => {
        const isSaved = await saveAll();
        if (isSaved) setResult({ tone: 'ok', tell: (texts) => plain(texts.settings.saved) });
        return isSaved;
      });
    },
    saveAndTry: async () => {
      if (mark({ ...findProblems(fields), ...findMissing(fields, typed, view.secrets) })) return false;
      return guarded('saving', async () => (await saveAll()) && (await tryPartner()));
    },
    clearResult: () => setResult(null),
    run: (ask, done) =>
      guarded('saving', async () => {
        const outcome = await ask();
        if (!outcome.ok) return fail(outcome, {});
        take(outcome.view);
        setResult({ tone: 'ok', tell: (texts) => plain(done(texts)) });
        return true;
      }),
  };
}

function partnerTrouble({ errors }: Texts, { code, isRouteMissing }: PartnerError): ErrorText {
  return isRouteMissing ? errors.routeMissing : errors.partner[code];
}

function plain(sentence: string): ErrorText {
  return { sentence, remedy: '' };
}

function without(problems: Problems, place: FieldName | SecretName): Problems {
  if (problems[place] === undefined) return problems;
  return Object.fromEntries(Object.entries(problems).filter(([each]) => each !== place));
}
