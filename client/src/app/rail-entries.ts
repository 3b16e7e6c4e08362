import type { DocumentKind } from '@roundtable/shared/framework'
import type { MessageKey } from '../locales/catalogue.js'
import type { IconName } from '../ui/icon.js'

export interface RailEntry {
  readonly to: string
  readonly name: MessageKey
  readonly icon: IconName
  /** Other addresses that belong to this entry, by how they begin. */
  readonly covers?: readonly string[]
  /** The documents that belong to it. */
  readonly kinds?: readonly DocumentKind[]
}

/** The pages one goes to from everywhere, in the order they are shown; the finder leads to the same. */
export const RAIL: readonly RailEntry[] = [
  // What waits for somebody comes first.
  { to: '/my-work', name: 'shell.myWork', icon: 'saved' },
  {
    to: '/initiatives',
    name: 'shell.initiatives',
    icon: 'people',
    covers: ['/open'],
    kinds: ['plain', 'objectives', 'plan', 'principles']
  },
  { to: '/agreements', name: 'shell.agreements', icon: 'agreement', kinds: ['agreement'] },
  { to: '/roadmaps', name: 'shell.roadmaps', icon: 'flag', kinds: ['roadmap'] }
]
