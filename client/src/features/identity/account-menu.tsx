import type { WhoAmI } from '@roundtable/shared/protocol'
import { useNavigate } from 'react-router'
import { useText } from '../../locales/use-text.js'
import { Menu, MenuItem } from '../../ui/menu.js'
import { PersonMark } from '../../ui/person-mark.js'
import { SignOutDialog } from './sign-out-dialog.js'
import type { AskedAtStake } from './use-at-stake.js'

interface AccountMenuProps {
  readonly session: WhoAmI
  /** Signing out can be asked for elsewhere too. */
  readonly signingOut: AskedAtStake
}

/** The signed-in person's menu. Signing out asks, and says what of what was typed nobody else has. */
export function AccountMenu({ session, signingOut: { atStake, ask, stop } }: AccountMenuProps) {
  const { t } = useText()
  const navigate = useNavigate()

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
        {session.isOperator && <MenuItem onAction={() => void navigate('/health')}>{t('account.health')}</MenuItem>}
        <MenuItem onAction={() => void navigate('/sessions')}>{t('account.sessions')}</MenuItem>
        <MenuItem onAction={ask}>{t('account.signOut')}</MenuItem>
      </Menu>
      <SignOutDialog session={session} atStake={atStake} onClose={stop} />
    </>
  )
}
