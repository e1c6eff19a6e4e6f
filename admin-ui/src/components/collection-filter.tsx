import type { ReactNode } from 'react';
import type { Collection } from '../data/collections.ts';
import { useLanguage } from '../i18n/language.tsx';
import './collection-filter.css';

interface CollectionFilterProps {
  readonly collections: readonly Collection[];
  readonly failed: boolean;
  /** Ids; none means all. */
  readonly selected: readonly string[];
  readonly onSelect: (ids: readonly string[]) => void;
}

/** Which collections to search: all of them until one is chosen. */
export function CollectionFilter({
  collections,
  failed,
  selected,
  onSelect,
}: CollectionFilterProps): ReactNode {
  const { texts } = useLanguage();
  if (failed) return <p className="soft small">{texts.ask.collectionsFailed}</p>;
  if (collections.length === 0) return null;
  const toggle = (id: string): void =>
    onSelect(selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id]);
  return (
    <fieldset className="collection-filter">
      <legend className="for-readers">{texts.ask.searchIn}</legend>
      <label className="toggle">
        <input type="checkbox" checked={selected.length === 0} onChange={() => onSelect([])} />
        <span>{texts.ask.searchAll}</span>
      </label>
      {collections.map(({ id, name }) => (
        <label key={id} className="toggle">
          <input type="checkbox" checked={selected.includes(id)} onChange={() => toggle(id)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
