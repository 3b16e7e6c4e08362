import { useState } from 'react'
import type { WhoAmI } from '@roundtable/shared/protocol'
import { useNavigate } from 'react-router'
import { recoveredCount, unsentCount } from '../../connection/at-stake.js'
import { useText } from '../../locales/use-text.js'
import { Menu, MenuItem } from '../../ui/menu.js'
import { PersonMark } from '../../ui/person-mark.js'
import { SignOutDialog } from './sign-out-dialog.js'
import type { AtStake } from './sign-out-later.js'

/** The signed-in person's menu. Signing out asks, and says what of what was typed nobody else has. */
export function AccountMenu({ session }: { readonly session: WhoAmI }) {
  const { t } = useText()
  const navigate = useNavigate()
  const [atStake, setAtStake] = useState<AtStake | null>(null)

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
        <MenuItem onAction={() => setAtStake({ unsent: unsentCount(), recovered: recoveredCount(session.person.id) })}>
          {t('account.signOut')}
        </MenuItem>
      </Menu>
      <SignOutDialog session={session} atStake={atStake} onClose={() => setAtStake(null)} />
    </>
  )
}
