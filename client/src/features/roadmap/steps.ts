import type { KeyboardEvent } from 'react'
import { arrangeKey } from './arrange-keys.js'
import type { TaskDesk } from './desk.js'

/** Where a task stands among those of its list. */
export interface Standing {
  /** The group it stands in; without groups null. */
  readonly code: string | null
  readonly previous: string | null
  readonly next: string | null
}

/** One step up or down from where a task stands, and the keys for it. */
export function stepsOf(id: string, { code, previous, next }: Standing, canOrder: boolean, desk: TaskDesk) {
  function step(direction: 'up' | 'down') {
    if (direction === 'up' && previous !== null) desk.onStep(id, { before: previous }, code)
    if (direction === 'down' && next !== null) desk.onStep(id, { after: next }, code)
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    // A dialog of the task stands elsewhere in the page: its keys are its own.
    const asked = canOrder && event.currentTarget.contains(event.target as Node) ? arrangeKey(event.nativeEvent) : null
    if (asked === null) return
    event.preventDefault()
    event.stopPropagation()
    if (asked === 'moveTo') desk.onMoveTo(id)
    else step(asked)
  }

  return {
    step,
    press,
    steps: { onUp: previous === null ? null : () => step('up'), onDown: next === null ? null : () => step('down') }
  }
}
