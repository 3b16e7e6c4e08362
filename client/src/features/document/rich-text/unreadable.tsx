import { useState } from 'react'
import { keepWordsOnly } from '@roundtable/shared/document'
import type * as Y from 'yjs'
import { randomId } from '../../../lib/random-id.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { Dialog } from '../../../ui/dialog.js'
import { useOpenDocument } from '../open-document.js'

/**
 * Why this text has no editor, and the one way out of it: whoever may write can take out what cannot be read, words kept.
 * Nothing does so by itself; perhaps a newer page has an editor for it.
 */
export function Unreadable({ fragment }: { readonly fragment: Y.XmlFragment }) {
  const { t } = useText()
  const { canEdit } = useOpenDocument()
  const announce = useAnnounce()
  const [isAsking, setAsking] = useState(false)

  function keepWords() {
    setAsking(false)
    keepWordsOnly(fragment, { newId: randomId })
    announce(t('unreadable.done'))
  }

  return (
    <Banner tone="caution" role="status">
      <p>{t('unreadable.lead')}</p>
      {canEdit && (
        <>
          <p>{t('unreadable.writers')}</p>
          <div className="row">
            <Button onPress={() => setAsking(true)}>{t('unreadable.keepWords')}</Button>
          </div>
          <Dialog title={t('unreadable.title')} role="alertdialog" isOpen={isAsking} onClose={() => setAsking(false)}>
            <p>{t('unreadable.ask')}</p>
            <div className="row">
              <Button look="danger" onPress={keepWords}>
                {t('unreadable.keepWords')}
              </Button>
              <Button look="primary" onPress={() => setAsking(false)}>
                {t('unreadable.leave')}
              </Button>
            </div>
          </Dialog>
        </>
      )}
    </Banner>
  )
}
