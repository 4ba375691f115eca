/** An orders file that could not be used and was renamed to this, in the same folder. */
export type SetAsideFile = { readonly name: string; readonly why: 'damaged' | 'newer' };

/** Why the store cannot be written, for causes that a person can fix. */
export type StoreTrouble = 'full' | 'locked' | 'unwritable';
