interface Paragraph {
  /** As people read it: `¶15.3`, `T1e`. */
  readonly name: string
  /** The catalogue's sentence on what it is about; a paragraph that this build does not know has none. */
  readonly key: string
}

/** The single paragraphs of a ground such as `¶12.1a, ¶20, T1e`. */
export function paragraphKeys(ground: string): readonly Paragraph[] {
  return ground
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ name, key: `paragraph.${name.replace('¶', '')}` }))
}
