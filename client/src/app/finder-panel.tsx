import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { Finder, type Command } from '../features/find/index.js'
import { useText } from '../locales/use-text.js'
import { pageActs } from './page-acts.js'
import { RAIL } from './rail-entries.js'
import { keepTheme, THEMES } from './theme.js'
import '../features/find/finder.css'

interface FinderPanelProps {
  readonly onClose: () => void
  readonly onHelp: () => void
  readonly onSignOut: () => void
}

/** The finder with what can be done from everywhere. Signing out asks, as it does from the menu. */
export function FinderPanel({ onClose, onHelp, onSignOut }: FinderPanelProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [acts] = useState(pageActs)

  function go(address: string) {
    onClose()
    void navigate(address)
  }
  function then(act: () => void) {
    return () => {
      onClose()
      act()
    }
  }

  /** Once the finder has gone, and before it gives the focus back to where it came from. */
  function onPage(act: () => void) {
    return then(() => requestAnimationFrame(act))
  }

  const commands: readonly Command[] = [
    ...acts.map(({ run, ...act }) => ({ ...act, run: onPage(run) })),
    ...(pathname.startsWith('/documents/') ? [{ id: 'print', name: t('find.print'), run: onPage(() => window.print()) }] : []),
    ...RAIL.map(({ to, name }) => ({ id: to, name: t('find.goTo', { page: t(name) }), run: () => go(to) })),
    { id: '/open', name: t('initiatives.open'), run: () => go('/open') },
    { id: '/join', name: t('initiatives.code'), run: () => go('/join') },
    { id: '/sessions', name: t('account.sessions'), run: () => go('/sessions') },
    ...THEMES.map((theme) => ({
      id: `theme/${theme}`,
      name: t('find.theme', { theme: t(`preferences.theme.${theme}`) }),
      run: then(() => keepTheme(theme))
    })),
    { id: 'help', name: t('shell.help'), words: t('find.helpWords'), run: onHelp },
    { id: 'sign-out', name: t('account.signOut'), run: onSignOut }
  ]

  return <Finder commands={commands} onGo={go} onClose={onClose} />
}
