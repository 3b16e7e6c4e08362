import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { useOpenDocument } from '../open-document.js'
import { useGuide } from '../places/guide.js'
import { bringIntoView, whenOnPage } from '../places/on-page.js'
import type { Place } from '../places/place.js'
import { FollowedMark } from './followed-mark.js'
import { Follower, type Following } from './follower.js'
import { listenForOwnMoves } from './own-moves.js'
import { whereabouts, type Whereabouts } from './whereabouts.js'

/** The one who may be followed in this document, and what has become of it; its end is said. */
export function useFollower(): { readonly follower: Follower; readonly following: Following } {
  const { t } = useText()
  const announce = useAnnounce()
  const guide = useGuide()
  const { live, view } = useOpenDocument()
  const { awareness } = live
  const [mark] = useState(() => new FollowedMark())
  const follower = useMemo(
    () =>
      new Follower({
        others: () => whereabouts(awareness, view.kind, view.mySeat.id),
        guide,
        show: (place, who) => showWhere(place, who, mark)
      }),
    [awareness, view, guide, mark]
  )
  const following = useSyncExternalStore(follower.subscribe, follower.getSnapshot)
  const isFollowing = following.person !== null

  useEffect(() => {
    if (!isFollowing) return undefined
    const look = () => follower.look()
    awareness.on('change', look)
    awareness.doc.on('afterAllTransactions', look)
    const stop = listenForOwnMoves((why) => follower.end(why))
    return () => {
      awareness.off('change', look)
      awareness.doc.off('afterAllTransactions', look)
      stop()
      mark.take()
    }
  }, [isFollowing, follower, awareness, mark])

  const { ended } = following
  useEffect(() => {
    if (ended) announce(t(`follow.ended.${ended.why}`, { name: ended.name }))
  }, [ended, announce, t])
  return { follower, following }
}

/** The caret where it is drawn, else the text; of an entry whose parts are folded, its heading. */
function showWhere(place: Place, { user, client }: Pick<Whereabouts, 'user' | 'client'>, mark: FollowedMark): () => void {
  return whenOnPage(place, (element) => {
    mark.put(element, user)
    const caret = document.querySelector<HTMLElement>(`.caret[data-client="${client}"]`)
    bringIntoView(caret?.offsetParent ? caret : (element.querySelector('[data-entry-heading]') ?? element))
  })
}
