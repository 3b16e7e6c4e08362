import type * as Y from 'yjs'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { useOwnStep, useTakenBack } from '../document/index.js'

export interface Acts {
  /** What was done last, in words; null: there is nothing that could be undone. */
  readonly said: string | null
  /** Does it as one change, which can be taken back as one, and says what it answers; null: nothing was done. */
  readonly act: (change: () => string | null) => boolean
  readonly undo: () => void
  /** Keeps what was done. */
  readonly dismiss: () => void
}

const ACT = { name: 'roadmap' }

/** Moves, removals and changes of many tasks at once; the last one can be taken back where it is told of. */
export function useActs(doc: Y.Doc): Acts {
  const { t } = useText()
  const announce = useAnnounce()
  const step = useOwnStep<string>()
  const take = useTakenBack()

  function act(change: () => string | null): boolean {
    const sentence = doc.transact(change, ACT)
    if (sentence === null) step.forget()
    else {
      step.tell(sentence)
      announce(sentence)
    }
    return sentence !== null
  }

  const undo = () => announce(take('undo', step.undo)?.sentence ?? t('arrange.notUndone'))
  return { said: step.told, act, undo, dismiss: step.forget }
}
