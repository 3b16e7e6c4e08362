const SHAPES = ['circle', 'square', 'leaf', 'hexagon'] as const

interface PersonMarkProps {
  readonly name: string
  /** 0…5 of the people colours; after six the colour returns with another shape. Null where colours tell nobody apart. */
  readonly color: number | null
}

/** Initials in a coloured shape: decoration beside a name that is always there in words. */
export function PersonMark({ name, color }: PersonMarkProps) {
  const marks = color === null ? {} : { 'data-person': color % 6, 'data-shape': SHAPES[Math.floor(color / 6) % SHAPES.length] }
  return (
    <span className="person" {...marks} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

/** The first letters of the first two words, whole characters in every script. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).slice(0, 2)
  return words
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
