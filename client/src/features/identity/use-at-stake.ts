import { useEffect, useState } from 'react'
import { recoveredCount, unsentCount } from '../../connection/at-stake.js'
import { askOtherTabs, type HeldElsewhere } from '../../connection/other-tabs.js'

/** What is gone when somebody signs out: changes that only this device has, and recovered words that only its tabs have. */
export interface AtStake {
  readonly unsent: number
  readonly recovered: number
  /** The other tabs that are counted in. */
  readonly tabs: readonly string[]
}

export interface AskedAtStake {
  /** Null while nobody asks to sign out. */
  readonly atStake: AtStake | null
  readonly ask: () => void
  readonly stop: () => void
}

/** What would be lost by signing out, as it was when that was asked for: in this tab at once, in others as they answer. */
export function useAtStake(personId: string): AskedAtStake {
  const [atStake, setAtStake] = useState<AtStake | null>(null)
  const isAsked = atStake !== null
  useEffect(() => {
    if (!isAsked) return
    const answers = new Map<string, HeldElsewhere>()
    return askOtherTabs(personId, (held) => {
      answers.set(held.tab, held)
      setAtStake((before) => before && stakeOf(personId, [...answers.values()]))
    })
  }, [isAsked, personId])
  return { atStake, ask: () => setAtStake(stakeOf(personId, [])), stop: () => setAtStake(null) }
}

function stakeOf(personId: string, elsewhere: readonly HeldElsewhere[]): AtStake {
  return {
    unsent: unsentCount(elsewhere.flatMap(({ unsent }) => unsent)),
    recovered: elsewhere.reduce((sum, { recovered }) => sum + recovered, recoveredCount(personId)),
    tabs: elsewhere.map(({ tab }) => tab)
  }
}
