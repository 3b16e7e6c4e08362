import { useEffect, useRef, useState } from 'react'
import type { WhoAmI } from '@roundtable/shared/protocol'
import type { ComponentType } from 'react'
import { AccountMenu, useAtStake } from '../features/identity/index.js'
import { chunk, useChunk, type Chunk } from '../lib/chunk.js'
import { addWords } from '../locales/catalogue.js'
import { useText } from '../locales/use-text.js'
import { Button } from '../ui/button.js'
import { Dialog } from '../ui/dialog.js'
import { PartMissing } from '../ui/part-missing.js'
import { Waiting } from '../ui/waiting.js'
import { FIND_KEYS, useToolKeys } from './find-key.js'
import { PreferencesMenu } from './preferences-menu.js'
import { documentWords, insideWords, listWords } from './words.js'

interface PanelProps {
  readonly session: WhoAmI | null
  readonly onClose: () => void
  readonly onHelp: () => void
  readonly onSignOut: () => void
}

type Panel = 'find' | 'help'

/** The finder names clauses as the documents do. */
const finderChunk = chunk<ComponentType<PanelProps>>(async () => {
  const [{ FinderPanel }] = await Promise.all([import('./finder-panel.js'), listWords(), documentWords(), insideWords()])
  return FinderPanel
})
const helpChunk = chunk<ComponentType<PanelProps>>(async () => {
  const [{ HelpPanel }] = await Promise.all([import('../features/help/index.js'), addWords(import('../locales/parts/help.js'))])
  return HelpPanel
})
const PARTS: Readonly<Record<Panel, Chunk<ComponentType<PanelProps>>>> = { find: finderChunk, help: helpChunk }

/**
 * The header's tools, at the same place on every page. Finding and help are fetched when they are opened; both come by button,
 * finding by key as well.
 */
export function Tools({ session }: { readonly session: WhoAmI | null }) {
  const { t } = useText()
  const [open, setOpen] = useState<Panel | null>(null)
  const opener = useRef<Element | null>(null)
  useToolKeys((tool) => (open === tool ? setOpen(null) : show(tool)), session !== null)
  // Help is wanted just when the network is not: it comes with the page.
  useChunk(helpChunk)
  const signingOut = useAtStake(session?.person.id ?? '')

  // What waits for a panel's code is a dialog, too: the panel would give the focus back to that.
  useEffect(() => {
    if (open !== null || !(opener.current instanceof HTMLElement)) return
    const { current } = opener
    const frame = requestAnimationFrame(() => document.activeElement === document.body && current.focus())
    return () => cancelAnimationFrame(frame)
  }, [open])

  function show(panel: Panel) {
    if (open === null) opener.current = document.activeElement
    setOpen(panel)
  }

  return (
    <>
      {session && (
        <Button look="quiet" icon="search" aria-label={t('shell.find')} aria-keyshortcuts={FIND_KEYS.aria} onPress={() => show('find')}>
          <span className="shell__word">{t('shell.find')}</span>
          <kbd className="shell__hint" aria-hidden="true">
            {FIND_KEYS.shown}
          </kbd>
        </Button>
      )}
      <Button look="quiet" icon="help" aria-label={t('shell.help')} aria-keyshortcuts="F1" onPress={() => show('help')}>
        <span className="shell__word">{t('shell.help')}</span>
      </Button>
      <PreferencesMenu />
      {session && <AccountMenu {...{ session, signingOut }} />}
      {open && (
        <Fetched
          key={open}
          part={PARTS[open]}
          title={t(`shell.${open}`)}
          {...{ session }}
          onClose={() => setOpen(null)}
          onHelp={() => show('help')}
          onSignOut={() => {
            setOpen(null)
            signingOut.ask()
          }}
        />
      )}
    </>
  )
}

interface FetchedProps extends PanelProps {
  readonly part: Chunk<ComponentType<PanelProps>>
  readonly title: string
}

function Fetched({ part, title, ...panel }: FetchedProps) {
  const { t } = useText()
  const { value: Content, isMissing, isFetching } = useChunk(part)
  if (Content) return <Content {...panel} />
  return (
    <Dialog title={title} isOpen onClose={panel.onClose}>
      {isMissing ? (
        <PartMissing sentence={t('shell.partMissing')} isFetching={isFetching} onRetry={part.load} />
      ) : (
        <Waiting>{t('shell.opening')}</Waiting>
      )}
    </Dialog>
  )
}
