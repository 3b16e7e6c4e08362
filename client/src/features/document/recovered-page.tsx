import { useState } from 'react'
import { keepRecovered, recoveredOwners, recoveredTexts } from '../../connection/at-stake.js'
import type { RecoveredText } from '../../connection/index.js'
import { forgetUnsavedOf } from '../../connection/unsaved.js'
import { RecoveredPanel } from './frame/recovered-panel.js'
import { useSession } from '../identity/index.js'
import { useText } from '../../locales/use-text.js'
import { Page } from '../../ui/page.js'

interface Found extends RecoveredText {
  readonly owner: string
}

/** The words of whoever is signed in that were not taken, of all documents: some of these cannot be opened any more. */
export function RecoveredPage() {
  const { t } = useText()
  const { data: session } = useSession()
  const personId = session?.person.id
  const [found, setFound] = useState(() => allOf(personId))

  function dismiss(id: string) {
    const owner = found.find((text) => text.id === id)?.owner
    if (owner === undefined) return
    const left = recoveredTexts(owner).filter((text) => text.id !== id)
    keepRecovered(owner, left)
    if (left.length === 0) forgetUnsavedOf((copyKey, { unsent }) => unsent === 0 && copyKey.startsWith(`${owner}/`))
    setFound(allOf(personId))
  }

  return (
    <Page title={t('recovered.page')}>
      {found.length === 0 ? (
        <p>{t('recovered.none')}</p>
      ) : (
        <RecoveredPanel recovered={found} title={t('recovered.page')} onDismiss={dismiss} />
      )}
    </Page>
  )
}

const allOf = (personId: string | undefined): readonly Found[] =>
  personId === undefined ? [] : recoveredOwners(personId).flatMap((owner) => recoveredTexts(owner).map((text) => ({ ...text, owner })))
