import { useEffect, useRef, useState } from 'react'
import type { LiveState } from '../../../connection/index.js'
import { useFocusAfter } from '../../../lib/use-focus-after.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { IconButton } from '../../../ui/icon-button.js'
import { People } from '../frame/people.js'
import { MOST_CARETS, type PresentUser } from '../frame/present-user.js'
import { HistoryButtons } from '../history/history-buttons.js'
import { useOpenDocument } from '../open-document.js'
import { FollowLine } from './follow-line.js'
import { HeldLine } from './held-line.js'
import { keepScope, keptScope, type Scope } from './scope.js'
import { useDigest } from './use-digest.js'
import { useFollower } from './use-follower.js'
import { useHold } from './use-hold.js'
import { useOwnPlace } from './use-own-place.js'
import { useWhereabouts } from './use-whereabouts.js'
import { ViewMenu } from './view-menu.js'
import { countWriters } from './writers.js'

export interface DocumentToolsProps {
  readonly state: LiveState
  /** Everybody the server named, oneself perhaps among them. */
  readonly present: readonly PresentUser[]
  readonly hasCarets: boolean
  readonly showsCarets: boolean
  readonly onShowCarets: (shown: boolean) => void
  /** Hears how many people are in each text while too many are here for their carets. */
  readonly onWriters: (writers: ReadonlyMap<string, number>) => void
}

/** What stands beside the save state: one's own undo, how one looks at the document, and who is here. */
export function DocumentTools({ state, present, onWriters, ...carets }: DocumentToolsProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const { view } = useOpenDocument()
  const [scope, setScope] = useState(keptScope)
  const [isOpen, setOpen] = useState(false)
  const { follower, following } = useFollower()
  const hold = useHold(state.held)
  const isHeld = state.held !== null
  const tools = useRef<HTMLDivElement>(null)
  const focusOn = useFocusAfter((tool: string) => tools.current?.querySelector<HTMLElement>(tool))
  const others = present.filter((person) => person.id !== view.mySeat.id)
  const crowd = useWhereabouts(present.length > MOST_CARETS)
  useOwnPlace()
  useDigest(others, scope, state.synced)
  useEffect(() => onWriters(countWriters(crowd?.values() ?? [])), [crowd, onWriters])

  function follow(person: PresentUser) {
    follower.start(person)
    announce(t('follow.following', { name: person.name }))
  }

  function choose(next: Scope) {
    keepScope(next)
    setScope(next)
  }

  return (
    <>
      <div ref={tools} className="document__tools">
        <HistoryButtons />
        {/* On a phone alone: the bar is one line, and the rest of it, the formats too, comes when it is asked for. */}
        <span className="document__more">
          <IconButton icon="more" label={t('view.more')} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)} />
        </span>
        <ViewMenu {...carets} {...{ scope, isHeld }} onHold={isHeld ? hold.end : hold.begin} onScope={choose} />
        <People {...{ others }} mySeat={view.mySeat} myColor={state.color} hasCarets={carets.hasCarets} onFollow={follow} />
      </div>
      <FollowLine {...{ follower, following }} onGone={() => focusOn('.people')} />
      <HeldLine held={state.closed === null ? state.held : null} onRelease={hold.end} onGone={() => focusOn('[aria-haspopup]')} />
    </>
  )
}
