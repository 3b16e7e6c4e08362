import { useState, useSyncExternalStore } from 'react'
import { useOpenDocument } from '../open-document.js'
import { historyOf, type TakenBack } from './own-history.js'

interface OwnStep<Told> {
  /** What was told of the step; null once something else was done or taken back after it. */
  readonly told: Told | null
  /** Something was done just now. */
  readonly tell: (told: Told) => void
  readonly undo: () => TakenBack | null
  /** Keeps what was done. */
  readonly forget: () => void
}

/** A step of the document's own history that is told of where it was done, to be taken back there: for as long as it is the last one. */
export function useOwnStep<Told>(): OwnStep<Told> {
  const { doc, live, view } = useOpenDocument()
  const history = historyOf(doc, view.kind)
  const lastStep = useSyncExternalStore(history.subscribeToSteps, history.lastStep)
  const [last, setLast] = useState<{ readonly told: Told; readonly step: object | null } | null>(null)
  return {
    told: last !== null && last.step !== null && last.step === lastStep ? last.told : null,
    tell: (told) => setLast({ told, step: history.lastStep() }),
    undo: () => {
      // What others wrote in it has to be here to be spared.
      live.release()
      setLast(null)
      return history.undo()
    },
    forget: () => setLast(null)
  }
}
