import type { LiveState } from '../../../connection/index.js'
import { People } from '../frame/people.js'
import type { PresentUser } from '../frame/present-user.js'
import { HistoryButtons } from '../history/history-buttons.js'
import { useOpenDocument } from '../open-document.js'

export interface DocumentToolsProps {
  readonly state: LiveState
  readonly present: readonly PresentUser[]
  readonly hasCarets: boolean
  readonly showsCarets: boolean
  readonly onShowCarets: (shown: boolean) => void
}

/** What stands beside the save state: one's own undo, and who is here. */
export function DocumentTools({ state, ...people }: DocumentToolsProps) {
  const { view } = useOpenDocument()
  return (
    <div className="document__tools">
      <HistoryButtons />
      <People mySeat={view.mySeat} myColor={state.color} {...people} />
    </div>
  )
}
