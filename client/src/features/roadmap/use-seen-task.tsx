import { useRef, useState, type ReactNode } from 'react'
import type { TaskFacts } from '@roundtable/shared/protocol'
import { SaidMeanwhile } from './said-meanwhile.js'

interface SeenTask {
  /** What an act names: the version that stood when its form was opened, or that was read in it since (TASK-11). */
  readonly version: number
  /** Something was said meanwhile that the reader has not said to have read: nothing is sent. */
  readonly isUnread: boolean
  /** What was said meanwhile; it stays once it was read. */
  readonly notice: ReactNode
  /** Takes the reader to the notice. */
  readonly showNotice: () => void
}

/** The task as whoever fills a form about it has seen it, whatever others say of it meanwhile. One's own act on its way is nothing new. */
export function useSeenTask(task: TaskFacts, isPending: boolean): SeenTask {
  const [opened] = useState(task.version)
  const [version, setVersion] = useState(opened)
  const words = useRef<HTMLParagraphElement>(null)
  const isUnread = task.version !== version && !isPending
  const showNotice = () => words.current?.focus()

  function read() {
    setVersion(task.version)
    // The button goes with being pressed.
    showNotice()
  }

  const isOvertaken = task.version !== opened && !isPending
  return {
    version,
    isUnread,
    notice: isOvertaken ? <SaidMeanwhile task={task} words={words} onRead={isUnread ? read : null} /> : undefined,
    showNotice
  }
}
