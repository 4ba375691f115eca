/** One entry of a menu that an app exports over D-Bus (com.canonical.dbusmenu). */
export type MenuItem = {
  /** Changes whenever the app sets its menu again. */
  readonly id: number;
  readonly label: string;
  readonly enabled: boolean;
  readonly separator: boolean;
  readonly children: readonly MenuItem[];
};

/** Reads one node of a layout: id, properties, children. */
export function toMenuItem(node: unknown): MenuItem {
  const [id, properties, children] = toList(node);
  const read = (name: string): unknown =>
    typeof properties === 'object' && properties !== null
      ? Object.entries(properties).find(([key]) => key === name)?.[1]
      : undefined;
  const label = read('label');
  return {
    id: Number(id),
    // A single underscore marks the access key, two stand for one.
    label: (typeof label === 'string' ? label : '').replaceAll(/_(.)/g, '$1'),
    enabled: read('enabled') !== false,
    separator: read('type') === 'separator',
    children: Array.isArray(children) ? children.map(toMenuItem) : [],
  };
}

export function findByLabel(items: readonly MenuItem[], label: string): MenuItem | null {
  for (const item of items) {
    const found = item.label === label ? item : findByLabel(item.children, label);
    if (found !== null) return found;
  }
  return null;
}

/** A structure or an array of the bus; empty when the value is neither. */
export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
