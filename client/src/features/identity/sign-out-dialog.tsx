import { sentenceOfError } from '../../lib/error-sentence.js'
import { useText } from '../../locales/use-text.js'
import { Banner } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { Dialog } from '../../ui/dialog.js'
import { useSignOut } from './session.js'

interface SignOutDialogProps {
  /** Changes that only this device has; they are gone with the local copies. */
  readonly unsent: number
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function SignOutDialog({ unsent, isOpen, onClose }: SignOutDialogProps) {
  const { t } = useText()
  const signOut = useSignOut()
  return (
    <Dialog title={t('signOut.title')} role="alertdialog" isOpen={isOpen} onClose={onClose}>
      {signOut.error && (
        <Banner tone="danger" role="alert">
          <p>{sentenceOfError(signOut.error, t)}</p>
        </Banner>
      )}
      {unsent > 0 ? (
        <Banner tone="caution">
          <p>{t('signOut.unsent', { n: unsent })}</p>
        </Banner>
      ) : (
        <p>{t('signOut.lead')}</p>
      )}
      <div className="row">
        <Button
          look={unsent > 0 ? 'danger' : 'primary'}
          isPending={signOut.isPending}
          onPress={() => signOut.mutate(undefined, { onSuccess: onClose })}
        >
          {unsent > 0 ? t('signOut.anyway') : t('signOut.confirm')}
        </Button>
        <Button look={unsent > 0 ? 'primary' : 'secondary'} onPress={onClose}>
          {t('signOut.stay')}
        </Button>
      </div>
    </Dialog>
  )
}
