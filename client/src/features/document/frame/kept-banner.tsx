import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DocumentView } from '@roundtable/shared/protocol'
import { useState } from 'react'
import { request } from '../../../lib/request.js'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { Dialog } from '../../../ui/dialog.js'
import { FormProblem } from '../../../ui/form-problem.js'

/** A side keeps this document to itself: it says so, and offers to share it, which cannot be taken back. */
export function KeptBanner({ view }: { readonly view: DocumentView }) {
  const { t } = useText()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const share = useMutation({
    mutationFn: () => request('releaseDocument', { id: view.id }),
    onSuccess: (shared) => {
      client.setQueryData(['document', view.id], shared)
      setAsking(false)
    }
  })
  return (
    <Banner tone="caution">
      <p>{t('release.lead')}</p>
      <div className="row no-print">
        <Button onPress={() => setAsking(true)}>{t('release.share')}</Button>
      </div>
      <Dialog title={t('release.title')} role="alertdialog" isOpen={isAsking} onClose={() => setAsking(false)}>
        <FormProblem error={share.error} />
        <p>{t('release.sure')}</p>
        <div className="row">
          <Button look="danger" isPending={share.isPending} onPress={() => share.mutate()}>
            {t('release.share')}
          </Button>
          <Button look="primary" onPress={() => setAsking(false)}>
            {t('release.cancel')}
          </Button>
        </div>
      </Dialog>
    </Banner>
  )
}
