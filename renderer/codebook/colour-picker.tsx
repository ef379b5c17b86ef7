// The look of a theme: one of ten hues, and a form that tells it apart without colour.

import { Label, Radio, RadioGroup } from 'react-aria-components';
import { type Colour, FORMS, type Form, HUES } from '../../src/domain/code.ts';
import { useTexts } from '../i18n/index.ts';
import { Swatch } from '../parts/swatch.tsx';
import './colour-picker.css';

const ALL_HUES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

/** Null: the codebook picks one that no theme has yet. */
export function ColourPicker({
  colour,
  onChange,
}: {
  readonly colour: Colour | null;
  readonly onChange: (colour: Colour) => void;
}) {
  const { t } = useTexts();
  const form = colour?.form ?? 'solid';
  const pickForm = (value: string) => {
    const picked: Form | undefined = FORMS.find((name) => name === value);
    if (picked) onChange({ hue: colour?.hue ?? 1, form: picked });
  };
  return (
    <div className="look-pick">
      <RadioGroup
        className="field"
        orientation="horizontal"
        value={colour ? String(colour.hue) : null}
        onChange={(hue) => onChange({ hue: Number(hue), form })}
      >
        <Label className="field-l">{t('codebook.colour')}</Label>
        <div className="hues">
          {ALL_HUES.slice(0, HUES).map((hue) => (
            <Radio key={hue} value={hue} className={`hue c${hue}`} aria-label={t(`codebook.hues.${hue}`)}>
              <span className={`sw ${form}`} />
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <RadioGroup className="field" orientation="horizontal" value={colour ? form : null} onChange={pickForm}>
        <Label className="field-l">{t('codebook.form')}</Label>
        <div className="hues">
          {FORMS.map((name) => (
            <Radio key={name} value={name} className="hue form">
              <Swatch colour={{ hue: colour?.hue ?? 1, form: name }} /> {t(`codebook.forms.${name}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
    </div>
  );
}
