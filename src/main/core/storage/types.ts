/** An orders file that could not be used and was put aside under this name, in its folder. */
export type SetAsideFile = { readonly name: string; readonly why: 'damaged' | 'newer' };

/** Why the store takes nothing, as far as a person can do something about it. */
export type StoreTrouble = 'full' | 'locked' | 'unwritable';
