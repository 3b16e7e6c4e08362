import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DocumentView } from '@roundtable/shared/protocol'
import { useState } from 'react'
import type * as Y from 'yjs'
import { request } from '../../../lib/request.js'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { Dialog } from '../../../ui/dialog.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { documentKey } from '../document.js'
import { ShareParts } from '../passages/share-parts.js'

interface KeptBannerProps {
  readonly view: DocumentView
  /** What is on the screen; null until it is there. */
  readonly doc: Y.Doc | null
}

/** A side keeps this document to itself: it says so, and offers to share it or parts of it, which cannot be taken back. */
export function KeptBanner({ view, doc }: KeptBannerProps) {
  const { t } = useText()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const share = useMutation({
    mutationFn: () => request('releaseDocument', { id: view.id }),
    onSuccess: (shared) => {
      client.setQueryData(documentKey(view.id), shared)
      setAsking(false)
    }
  })
  return (
    <Banner tone="caution">
      <p>{t('release.lead')}</p>
      <div className="row no-print">
        <Button onPress={() => setAsking(true)}>{t('release.share')}</Button>
        {doc && <ShareParts view={view} doc={doc} />}
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
