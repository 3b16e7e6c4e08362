import { useState } from 'react'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { Dialog } from '../../../ui/dialog.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { useWithdrawModality } from './modality.js'

interface WithdrawProps {
  readonly workspaceId: string
  readonly changeId: string
  readonly onWithdrawn: () => void
}

/** Whoever proposed a change can take it back; it asks first. */
export function Withdraw({ workspaceId, changeId, onWithdrawn }: WithdrawProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const [isOpen, setOpen] = useState(false)
  const withdraw = useWithdrawModality(workspaceId, changeId, () => {
    setOpen(false)
    announce(t('modalityPage.withdrawn'))
    onWithdrawn()
  })
  return (
    <div className="row">
      <Button look="danger" onPress={() => setOpen(true)}>
        {t('modalityPage.withdraw')}
      </Button>
      <Dialog title={t('modalityPage.withdrawTitle')} role="alertdialog" isOpen={isOpen} onClose={() => setOpen(false)}>
        <FormProblem error={withdraw.error} />
        <p>{t('modalityPage.withdrawLead')}</p>
        <div className="row">
          <Button look="danger" isPending={withdraw.isPending} onPress={() => withdraw.mutate()}>
            {t('modalityPage.withdraw')}
          </Button>
          <Button onPress={() => setOpen(false)}>{t('form.cancel')}</Button>
        </div>
      </Dialog>
    </div>
  )
}
