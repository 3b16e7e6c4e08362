import type { WhoAmI } from '@roundtable/shared/protocol'
import { useNavigate } from 'react-router'
import { chunk, useChunk } from '../../lib/chunk.js'
import { useText } from '../../locales/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { Menu, MenuItem } from '../../ui/menu.js'
import { PartMissing } from '../../ui/part-missing.js'
import { PersonMark } from '../../ui/person-mark.js'
import { Waiting } from '../../ui/waiting.js'
import type { AskedAtStake } from './use-at-stake.js'

const signOutChunk = chunk(async () => (await import('./sign-out-dialog.js')).SignOutDialog)

interface AccountMenuProps {
  readonly session: WhoAmI
  /** Signing out can be asked for elsewhere too. */
  readonly signingOut: AskedAtStake
}

/** The signed-in person's menu. Signing out asks, and says what of what was typed nobody else has. */
export function AccountMenu({ session, signingOut: { atStake, ask, stop } }: AccountMenuProps) {
  const { t } = useText()
  const navigate = useNavigate()
  // It is wanted just when the network is not: it comes with the page.
  const { value: SignOutDialog, isMissing, isFetching } = useChunk(signOutChunk)

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
      {SignOutDialog && <SignOutDialog session={session} atStake={atStake} onClose={stop} />}
      {!SignOutDialog && (
        <Dialog title={t('signOut.title')} isOpen={atStake !== null} onClose={stop}>
          {isMissing ? (
            <PartMissing sentence={t('shell.partMissing')} isFetching={isFetching} onRetry={signOutChunk.load} />
          ) : (
            <Waiting>{t('shell.opening')}</Waiting>
          )}
        </Dialog>
      )}
    </>
  )
}
