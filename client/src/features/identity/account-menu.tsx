import { useState } from 'react'
import type { WhoAmI } from '@roundtable/shared/protocol'
import { useNavigate } from 'react-router'
import { useText } from '../../locales/use-text.js'
import { Menu, MenuItem } from '../../ui/menu.js'
import { PersonMark } from '../../ui/person-mark.js'
import { SignOutDialog } from './sign-out-dialog.js'

/** The signed-in person's menu. Signing out asks, and says how much of what was typed nobody else has yet. */
export function AccountMenu({ session }: { readonly session: WhoAmI }) {
  const { t } = useText()
  const navigate = useNavigate()
  const [unsent, setUnsent] = useState<number | null>(null)

  async function askToSignOut() {
    const { unsentCount } = await import('../../connection/index.js')
    setUnsent(unsentCount())
  }

  return (
    <>
      <Menu
        label={t('account.menu', { name: session.person.name })}
        look="quiet"
        face={
          <>
            <PersonMark name={session.person.name} color={null} />
            <bdi className="account__name">{session.person.name}</bdi>
          </>
        }
      >
        <MenuItem onAction={() => void navigate('/sessions')}>{t('account.sessions')}</MenuItem>
        <MenuItem onAction={() => void askToSignOut()}>{t('account.signOut')}</MenuItem>
      </Menu>
      <SignOutDialog unsent={unsent ?? 0} isOpen={unsent !== null} onClose={() => setUnsent(null)} />
    </>
  )
}
