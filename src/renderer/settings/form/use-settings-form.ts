import { useEffect, useRef, useState, type RefObject } from 'react';
import type { SaveOutcome, SettingsView } from '../../../shared/ipc-contract.ts';
import type { PartnerError } from '../../../shared/partner.ts';
import type { SecretName } from '../../../shared/settings/settings.ts';
import { type ErrorText, partnerTrouble } from '../../../shared/texts/errors.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import type { Live } from '../../live.ts';
import { useShop } from '../../shop-context.ts';
import {
  NOTHING_TYPED,
  realEdits,
  secretsOnScreen,
  toFields,
  onScreen,
  type FieldName,
  type Fields,
  type TypedSecretName,
  type TypedSecrets,
} from './fields.ts';
import {
  findMissing,
  findProblems,
  findSwapped,
  partnerProblems,
  mendedSettings,
  refusedEntry,
  type Problems,
} from './validate.ts';

/** The result of the last action. It is a function of the texts, because saving may change the language. */
type Result = { readonly tone: 'ok' | 'error'; readonly message: (texts: Texts) => ErrorText };
type Busy = 'saving' | 'trying' | 'asking' | null;
type TroubleText = (texts: Texts, error: PartnerError) => ErrorText;

export type SettingsForm = {
  readonly fields: Fields;
  readonly typed: TypedSecrets;
  readonly problems: Problems;
  /** How often the form has marked problems. */
  readonly marks: number;
  readonly isDirty: boolean;
  readonly busy: Busy;
  readonly result: Result | null;
  readonly edit: <F extends FieldName>(name: F, value: Fields[F]) => void;
  readonly type: (name: TypedSecretName, value: string) => void;
  /** Resolves to true when everything was saved. */
  readonly save: (missing?: Problems) => Promise<boolean>;
  /** Resolves to true when PedidosYa answered. */
  readonly saveAndTry: () => Promise<boolean>;
  readonly clearResult: () => void;
  readonly say: (tone: Result['tone'], message: (texts: Texts) => string) => void;
  /** Runs an action that saves nothing, and shows its result. */
  readonly ask: (question: () => Promise<Result>) => Promise<void>;
  /** Runs another action that changes saved data; resolves to true when it succeeded. */
  readonly run: (ask: () => Promise<SaveOutcome>, done: (texts: Texts) => string) => Promise<boolean>;
};

/**
 * Holds the typed values, their problems and the result of saving. Typed secrets exist only here. `troubleText` returns
 * the words for a failed try, for a page that already shows the rest.
 */
export function useSettingsForm(
  live: Live<SettingsView>,
  troubleText: TroubleText = partnerTrouble,
): SettingsForm {
  const { api, view } = useShop();
  const [edits, setEdits] = useState<Partial<Fields>>({});
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [problems, setProblems] = useState<Problems>({});
  const [marks, setMarks] = useState(0);
  const [busy, setBusy] = useState<Busy>(null);
  const [result, setResult] = useState<Result | null>(null);
  const isBusy = useRef(false);

  const base = toFields(view.settings);
  const fields: Fields = { ...base, ...edits };
  // Values typed in a field that is now hidden are kept, but neither checked nor saved.
  const changed = onScreen(realEdits(edits, base), fields);
  const kept: Fields = { ...base, ...changed };
  const hasTyped = secretsOnScreen(fields).some((name) => typed[name] !== '');
  const isDirty = Object.keys(changed).length > 0 || hasTyped;

  const markAll = (found: Problems): void => {
    setProblems(found);
    if (Object.keys(found).length > 0) setMarks((before) => before + 1);
  };
  const fail = (outcome: Extract<SaveOutcome, { ok: false }>): false => {
    markAll(outcome.code === 'invalid' ? refusedEntry(outcome.refused) : {});
    setResult({ tone: 'error', message: (texts) => texts.errors.save[outcome.code] });
    return false;
  };
  const take = (next: SettingsView): void => live.apply(() => next);

  const saveSecret = async (name: TypedSecretName): Promise<boolean> => {
    if (typed[name] === '') return true;
    const outcome = await api['secrets:save']({ name, value: typed[name] });
    if (!outcome.ok) return fail(outcome);
    setTyped((before) => ({ ...before, [name]: '' }));
    take(outcome.view);
    return true;
  };

  const saveAll = async (): Promise<boolean> => {
    if (Object.keys(changed).length > 0) {
      const outcome = await api['settings:save']({ settings: mendedSettings(kept, view.settings) });
      if (!outcome.ok) return fail(outcome);
      // Keep what was typed while main was saving.
      setEdits((before) => realEdits(before, kept));
      take(outcome.view);
    }
    for (const name of secretsOnScreen(fields)) {
      if (!(await saveSecret(name))) return false;
    }
    return true;
  };

  const mark = (found: Problems): boolean => {
    markAll(found);
    if (Object.keys(found).length === 0) return false;
    setResult({ tone: 'error', message: (texts) => plain(texts.settings.checkFields) });
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
      // Main has logged the reason.
      setResult({ tone: 'error', message: (texts) => texts.errors.save.unexpected });
      return false;
    } finally {
      isBusy.current = false;
      setBusy(null);
    }
  };

  const tryPartner = async (): Promise<boolean> => {
    setBusy('trying');
    const check = await api['partner:check']();
    if (!check.ok) markAll(partnerProblems(partnerCode(check.error)));
    setResult(
      check.ok
        ? { tone: 'ok', message: (texts) => plain(texts.settings.works(check.orders, check.ms)) }
        : { tone: 'error', message: (texts) => troubleText(texts, check.error) },
    );
    return check.ok;
  };

  return {
    fields,
    typed,
    problems,
    marks,
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
    save: (missing = {}) => {
      if (mark({ ...findProblems(kept, view.settings), ...findSwapped(kept, typed), ...missing }))
        return Promise.resolve(false);
      return guarded('saving', async () => {
        const isSaved = await saveAll();
        if (isSaved) setResult({ tone: 'ok', message: (texts) => plain(texts.settings.saved) });
        return isSaved;
      });
    },
    saveAndTry: async () => {
      const missing = findMissing(kept, typed, view.secrets);
      if (mark({ ...findProblems(kept, view.settings), ...findSwapped(kept, typed), ...missing }))
        return false;
      return guarded('saving', async () => (await saveAll()) && (await tryPartner()));
    },
    clearResult: () => setResult(null),
    say: (tone, message) => setResult({ tone, message: (texts) => plain(message(texts)) }),
    ask: async (question) => {
      await guarded('asking', async () => {
        const found = await question();
        setResult(found);
        return found.tone === 'ok';
      });
    },
    run: (ask, done) =>
      guarded('saving', async () => {
        const outcome = await ask();
        if (!outcome.ok) return fail(outcome);
        take(outcome.view);
        setResult({ tone: 'ok', message: (texts) => plain(done(texts)) });
        return true;
      }),
  };
}

function partnerCode({ code, isRouteMissing }: PartnerError): string {
  return isRouteMissing ? 'partner-no-route' : `partner-${code}`;
}

function plain(sentence: string): ErrorText {
  return { sentence, remedy: '' };
}

function without(problems: Problems, place: FieldName | SecretName): Problems {
  if (problems[place] === undefined) return problems;
  return Object.fromEntries(Object.entries(problems).filter(([each]) => each !== place));
}

/**
 * Moves to the first marked field each time the form marks problems, so that people who cannot see the mark learn of
 * it. Use the returned ref for the form. `marks`: how often problems were marked; 0 before the first time.
 */
export function useFirstMark(marks: number): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (marks === 0) return;
    const marked = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    marked?.focus({ preventScroll: true });
    marked?.scrollIntoView({ block: 'center' });
  }, [marks]);
  return form;
}
