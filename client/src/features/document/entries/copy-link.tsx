import { useState } from 'react'
import { useLocation } from 'react-router'
import { entrySearch, type LinkName } from '../../../lib/entry-address.js'
import { copyText } from '../../../lib/hand-over-text.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { IconButton } from '../../../ui/icon-button.js'

interface CopyLinkProps {
  readonly link: LinkName
  readonly id: string
  readonly name: string
}

/** Copies the address of one entry; where the browser refuses, the address stands there to be marked. */
export function CopyLink({ link, id, name }: CopyLinkProps) {
  const { t } = useText()
  const { pathname } = useLocation()
  const announce = useAnnounce()
  const [said, setSaid] = useState('')

  async function copy() {
    const address = window.location.origin + pathname + entrySearch(link, id)
    const outcome = (await copyText(address)) ? t('link.copied') : t('link.refused', { address })
    setSaid(outcome)
    announce(outcome)
  }

  return (
    <span className="row no-print copy-link">
      <IconButton icon="link" label={t('link.copy', { name })} onPress={() => void copy()} />
      {said !== '' && <span className="caption muted">{said}</span>}
    </span>
  )
}
