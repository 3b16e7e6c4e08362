import type { WhoAmI } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { Banner } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { useLeaveNothing } from './session.js'

/** What is gone when somebody signs out: changes that only this device has, and recovered words that only its tabs have. */
export interface AtStake {
  readonly unsent: number
  readonly recovered: number
  /** The other tabs that are counted in. */
  readonly tabs: readonly string[]
}

interface SignOutLaterProps {
  readonly session: WhoAmI
  readonly atStake: AtStake
  readonly onTry: () => void
  readonly onClose: () => void
}

/** A session is ended by the server. Without a network the person stays signed in, and can take the copies off the device. */
export function SignOutLater({ session, atStake, onTry, onClose }: SignOutLaterProps) {
  const { t } = useText()
  const leaveNothing = useLeaveNothing(session)
  const { unsent, recovered } = atStake
  if (leaveNothing.isSuccess)
    return (
      <>
        <Banner tone="caution" role="status">
          <p>{t('signOut.wiped')}</p>
        </Banner>
        <div className="row">
          <Button look="primary" autoFocus onPress={onClose}>
            {t('signOut.understood')}
          </Button>
        </div>
      </>
    )
  return (
    <>
      <p>{t('signOut.needsNetwork')}</p>
      {(unsent > 0 || recovered > 0) && (
        <Banner tone="caution">
          {unsent > 0 && <p>{t('signOut.waiting', { n: unsent })}</p>}
          {recovered > 0 && <p>{t('signOut.recovered', { n: recovered })}</p>}
        </Banner>
      )}
      <p>{t('signOut.mayWipe')}</p>
      <p>{t('signOut.saved')}</p>
      <div className="row">
        <Button look="primary" autoFocus onPress={onClose}>
          {t('signOut.stay')}
        </Button>
        <Button onPress={onTry}>{t('query.again')}</Button>
        <Button look="danger" isPending={leaveNothing.isPending} onPress={() => leaveNothing.mutate()}>
          {unsent > 0 || recovered > 0 ? t('signOut.wipeAnyway') : t('signOut.wipe')}
        </Button>
      </div>
    </>
  )
}
