declare const brand: unique symbol;

/** A value that only its own parser may create: structurally `T`, nominally `Name`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
