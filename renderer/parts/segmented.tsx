// A few choices in a row, of which one holds.

type Props<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: T) => void;
};

export function Segmented<T extends string>({ label, value, choices, onChange }: Props<T>) {
  return (
    <fieldset className="seg" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
          {...(choice.lang ? { lang: choice.lang } : {})}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}
