import type { PrinciplesContent } from '@roundtable/shared/document'
import { RoundtableError } from '@roundtable/shared/error'
import type { Side } from '@roundtable/shared/framework'
import { useState } from 'react'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Banner } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { Dialog } from '../../ui/dialog.js'
import { FormProblem } from '../../ui/form-problem.js'
import { filingHash, useFile } from './filings.js'

interface FileDialogProps {
  readonly workspaceId: string
  readonly documentId: string
  readonly side: Side
  readonly content: PrinciplesContent
  readonly onClose: () => void
}

/**
 * Asks before a side files: what it means, and that it can be done again. What is filed is what stood on the screen when the
 * question was asked: nothing that arrives below the dialog, unseen, is signed for.
 */
export function FileDialog({ workspaceId, documentId, side, content, onClose }: FileDialogProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const file = useFile(workspaceId, documentId)
  const [contentHash] = useState(() => filingHash(content))
  const isOther = file.error instanceof RoundtableError && file.error.code === 'changed_meanwhile'

  function submit() {
    file.mutate(contentHash, {
      onSuccess: () => {
        announce(t('filing.done', { side: t(`side.${side}`) }))
        onClose()
      }
    })
  }

  return (
    <Dialog title={t('filing.question')} isOpen onClose={onClose}>
      <div className="stack">
        <p>{t('filing.means')}</p>
        {isOther ? (
          <Banner tone="caution" role="alert">
            <p>{t('filing.notTheSame')}</p>
          </Banner>
        ) : (
          <FormProblem error={file.error} />
        )}
        <div className="row">
          {!isOther && (
            <Button look="primary" isPending={file.isPending} onPress={submit}>
              {t('filing.file')}
            </Button>
          )}
          <Button onPress={onClose}>{t('form.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
