import { useEffect, useEffectEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { chunk, useChunk } from '../lib/chunk.js'
import { useText } from '../locales/use-text.js'
import { Button } from './button.js'

/** What opens over a page is more than a page needs by which one comes in on a bad line. */
const dialogChunk = chunk(async () => (await import('./dialog.js')).Dialog)

/** Marks the step in the window's history that Back takes without leaving the page. */
interface Step {
  readonly isSpare?: boolean
}

/**
 * While it is shown, the page is not left without a question: it holds what is shown this once. A link and Back are asked
 * about here, closing the page by the browser.
 */
export function AskBeforeLeaving() {
  const { t } = useText()
  const navigate = useNavigate()
  const [wayOut, setWayOut] = useState<{ readonly go: () => void } | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  const { value: Dialog, isMissing } = useChunk(dialogChunk)

  /** Where what asks did not come, the browser asks. */
  function asked(go: () => void) {
    if (isMissing && !window.confirm(t('leaving.lead'))) return
    setWayOut({ go })
    if (isMissing) setLeaving(true)
  }

  const followed = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || !leavesPage(event, link)) return
    event.preventDefault()
    event.stopPropagation()
    asked(() => void navigate(link.pathname + link.search + link.hash))
  })
  const wentBack = useEffectEvent(() => {
    // A place within this page is no way out of it, and neither is coming back from there.
    if (window.location.hash !== '' || isOnSpareStep()) return
    addSpareStep()
    asked(() => window.history.go(-2))
  })

  useEffect(() => {
    if (isLeaving) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    const follow = (event: MouseEvent) => followed(event)
    const back = () => wentBack()
    addSpareStep()
    window.addEventListener('beforeunload', ask)
    window.addEventListener('popstate', back)
    // Before the links hear of it themselves.
    document.addEventListener('click', follow, true)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('popstate', back)
      document.removeEventListener('click', follow, true)
    }
  }, [isLeaving])

  // By now nothing holds the page any more.
  useEffect(() => {
    if (isLeaving) wayOut?.go()
  }, [isLeaving, wayOut])

  if (!Dialog) return null
  return (
    <Dialog title={t('leaving.title')} role="alertdialog" isOpen={wayOut !== null && !isLeaving} onClose={() => setWayOut(null)}>
      <p>{t('leaving.lead')}</p>
      <div className="row">
        <Button look="primary" onPress={() => setWayOut(null)}>
          {t('leaving.stay')}
        </Button>
        <Button look="danger" onPress={() => setLeaving(true)}>
          {t('leaving.leave')}
        </Button>
      </div>
    </Dialog>
  )
}

/** Another page of this program in this very window; what opens beside it takes nothing away. */
function leavesPage(event: MouseEvent, { origin, pathname, target }: HTMLAnchorElement): boolean {
  const opensBeside = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || target === '_blank'
  return !opensBeside && origin === window.location.origin && pathname !== window.location.pathname
}

const isOnSpareStep = (): boolean => (window.history.state as Step | null)?.isSpare === true

function addSpareStep(): void {
  if (!isOnSpareStep()) window.history.pushState({ ...(window.history.state as Step | null), isSpare: true }, '')
}
