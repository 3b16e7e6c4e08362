import type { WhoAmI } from '@roundtable/shared/protocol'
import { sentenceOfError } from '../../lib/error-sentence.js'
import { useLine } from '../../lib/line.js'
import { useText } from '../../locales/use-text.js'
import { Banner } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { Dialog } from '../../ui/dialog.js'
import { useSignOut } from './use-sign-out.js'
import type { AtStake } from './use-at-stake.js'

interface SignOutDialogProps {
  readonly session: WhoAmI
  /** As it was when signing out was asked for; null while it is not. */
  readonly atStake: AtStake | null
  readonly onClose: () => void
}

export function SignOutDialog({ session, atStake, onClose }: SignOutDialogProps) {
  const { t } = useText()
  return (
    <Dialog title={t('signOut.title')} role="alertdialog" isOpen={atStake !== null} onClose={onClose}>
      {atStake && <Question session={session} atStake={atStake} onClose={onClose} />}
    </Dialog>
  )
}

function Question({ session, atStake, onClose }: SignOutDialogProps & { readonly atStake: AtStake }) {
  const { t } = useText()
  const signOut = useSignOut(session, onClose)
  const hasLine = useLine() === 'there'
  const { unsent, recovered, tabs } = atStake
  const loses = unsent > 0 || recovered > 0
  const stay = (
    <Button look={loses ? 'primary' : 'secondary'} onPress={onClose}>
      {t('signOut.stay')}
    </Button>
  )
  return (
    <>
      {signOut.error && (
        <Banner tone="danger" role="alert">
          <p>{sentenceOfError(signOut.error, t)}</p>
        </Banner>
      )}
      {loses && (
        <Banner tone="caution">
          {unsent > 0 && <p>{t('signOut.unsent', { n: unsent })}</p>}
          {recovered > 0 && <p>{t('signOut.recovered', { n: recovered })}</p>}
        </Banner>
      )}
      {!hasLine && <p>{t('signOut.withoutLine')}</p>}
      {!loses && hasLine && <p>{t('signOut.lead')}</p>}
      <p>{t('signOut.saved')}</p>
      {/* What loses nothing comes first: on a phone the second may be below the edge. */}
      <div className="row">
        {loses && stay}
        <Button look={loses ? 'danger' : 'primary'} isPending={signOut.isPending} onPress={() => signOut.mutate(tabs)}>
          {loses ? t('signOut.anyway') : t('signOut.confirm')}
        </Button>
        {!loses && stay}
      </div>
    </>
  )
}
