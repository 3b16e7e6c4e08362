import { useEffect, useRef } from 'react'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { useOpenDocument } from '../open-document.js'

interface Hold {
  readonly begin: () => void
  readonly end: () => void
}

/** Others' changes wait, and are shown again; said at once as one's own act, and after what else is said where it ends by itself. */
export function useHold(held: number | null): Hold {
  const { t } = useText()
  const announce = useAnnounce()
  const { live } = useOpenDocument()
  const isHeld = held !== null
  const was = useRef({ isHeld, isOwnEnd: false })

  useEffect(() => {
    if (was.current.isHeld && !isHeld && !was.current.isOwnEnd) announce(t('hold.ended'), 'later')
    was.current = { isHeld, isOwnEnd: false }
  }, [isHeld, announce, t])

  return {
    begin: () => {
      live.hold()
      announce(t('hold.begun'))
    },
    end: () => {
      was.current.isOwnEnd = true
      live.release()
      announce(t('hold.ended'))
    }
  }
}
