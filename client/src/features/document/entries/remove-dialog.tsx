import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { Dialog } from '../../../ui/dialog.js'

interface RemoveDialogProps {
  /** The entry that is about to go; null while nobody asks. */
  readonly name: string | null
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** An entry goes with all that others wrote in it, so it is asked. */
export function RemoveDialog({ name, onRemove, onClose }: RemoveDialogProps) {
  const { t } = useText()
  return (
    <Dialog title={t('entry.removeTitle')} role="alertdialog" isOpen={name !== null} onClose={onClose}>
      <p>{t('entry.removeLead', { name: name ?? '' })}</p>
      <div className="row">
        <Button look="danger" onPress={onRemove}>
          {t('entry.remove')}
        </Button>
        <Button look="primary" onPress={onClose}>
          {t('entry.keep')}
        </Button>
      </div>
    </Dialog>
  )
}
