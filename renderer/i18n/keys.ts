// The shape that both languages share: Dutch is the complete one, English must have the same keys, and a key is a dotted path.

/** The same keys with other sentences. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** Dotted paths of all texts; `_one` and `_other` are two forms of one key, chosen by `count`. */
export type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${KeysOf<T[K]>}`;
}[keyof T & string];

type WithoutPlural<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
