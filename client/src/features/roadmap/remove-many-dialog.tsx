import type { Task } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { Dialog } from '../../ui/dialog.js'
import { NamedTasks } from './named-tasks.js'

interface RemoveManyDialogProps {
  readonly tasks: readonly Task[]
  readonly left: number
  /** How many of them somebody has accepted. */
  readonly accepted: number
  readonly nameOf: (task: Task) => string
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** Many tasks go with all that was written in them, so it is asked, with their names. */
export function RemoveManyDialog({ tasks, left, accepted, nameOf, onRemove, onClose }: RemoveManyDialogProps) {
  const { t } = useText()
  return (
    <Dialog title={t('bulk.removeTitle', { n: tasks.length })} role="alertdialog" isOpen onClose={onClose}>
      <NamedTasks sentence={t('bulk.removeLead')} names={tasks.map(nameOf)} />
      {accepted > 0 && <p>{t('bulk.removeAccepted', { n: accepted })}</p>}
      {left > 0 && <p>{t('bulk.left', { n: left })}</p>}
      <div className="row">
        <Button look="danger" isDisabled={tasks.length === 0} onPress={onRemove}>
          {t('bulk.removeMany', { n: tasks.length })}
        </Button>
        <Button look="primary" onPress={onClose}>
          {t('bulk.keep')}
        </Button>
      </div>
    </Dialog>
  )
}
