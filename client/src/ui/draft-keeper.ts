import { createContext } from 'react'

/** Whoever looks after words that stand in a field and are nowhere else yet. */
export interface DraftKeeper {
  readonly keep: (field: string, draft: { readonly label: string; readonly words: string }) => void
  readonly drop: (field: string) => void
  /** False once the words were taken from the field, to be shown elsewhere: it must not hand them over any more. */
  readonly isKept: (field: string) => boolean
  /** The field goes and its words were not taken. */
  readonly handBack: (field: string) => void
}

export const DraftKeeperContext = createContext<DraftKeeper | null>(null)
