// What holds for all files of an import: the set, and where, when and by whom the conversations were held.

import { useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Field } from '../parts/field.tsx';
import { Suggest } from '../parts/suggest.tsx';

export type ImportForm = { readonly set: string; readonly city: string; readonly date: string; readonly collector: string };

export function ImportFields({ form, onChange }: { readonly form: ImportForm; readonly onChange: (form: ImportForm) => void }) {
  const { t } = useTexts();
  const known = useKnownValues();
  return (
    <div className="fields4">
      <Suggest
        label={t('interviews.set')}
        required
        value={form.set}
        suggestions={known.sets}
        onChange={(set) => onChange({ ...form, set })}
      />
      <Suggest
        label={t('interviews.city')}
        value={form.city}
        suggestions={known.cities}
        onChange={(city) => onChange({ ...form, city })}
      />
      <Suggest
        label={t('interviews.collector')}
        value={form.collector}
        suggestions={known.collectors}
        onChange={(collector) => onChange({ ...form, collector })}
      />
      <Field label={t('interviews.date')} type="date" value={form.date} onChange={(date) => onChange({ ...form, date })} />
    </div>
  );
}

/** What is in use in the project already, to choose from. */
export function useKnownValues(): {
  readonly sets: readonly string[];
  readonly cities: readonly string[];
  readonly collectors: readonly string[];
} {
  const sets = useRead('interviewSet.list', {}).data?.sets ?? [];
  const interviews = useRead('interview.list', {}).data?.interviews ?? [];
  return {
    sets: sets.map((set) => set.name),
    cities: interviews.map((row) => row.city),
    collectors: interviews.map((row) => row.collector),
  };
}
