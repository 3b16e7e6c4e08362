import { useLayoutEffect, useRef, useState } from 'react'
import type { Place } from './arrange.js'

export type BulkAct = 'change' | 'move' | 'remove'

/** What can be done with a task from wherever it stands. */
export interface TaskDesk {
  readonly onToggle: (id: string) => void
  /** Moves a task by one among those of its list (`code`: its group's, null outside of groups). */
  readonly onStep: (id: string, place: Place, code: string | null) => void
  readonly onMoveTo: (id: string) => void
  readonly onRemove: (id: string) => void
  /** Takes a task into the selection or out of it; with `isRange`, all from the one that was last chosen to it. */
  readonly onSelect: (id: string, isOn: boolean, isRange: boolean) => void
  /** Something for all that are selected. */
  readonly onBulk: (act: BulkAct) => void
}

/** A desk that stays the same while what it does follows the page: a task is drawn anew when it changed, not when another did. */
export function useSteadyDesk(current: TaskDesk): TaskDesk {
  const latest = useRef(current)
  useLayoutEffect(() => {
    latest.current = current
  })
  const [steady] = useState<TaskDesk>(() => ({
    onToggle: (...what) => latest.current.onToggle(...what),
    onStep: (...what) => latest.current.onStep(...what),
    onMoveTo: (...what) => latest.current.onMoveTo(...what),
    onRemove: (...what) => latest.current.onRemove(...what),
    onSelect: (...what) => latest.current.onSelect(...what),
    onBulk: (...what) => latest.current.onBulk(...what)
  }))
  return steady
}
