import { useState } from 'react'
import type { PeopleView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { ProtocolCard } from './protocol-card.js'
import { ProtocolDialog } from './protocol-dialog.js'

interface ProtocolsProps {
  readonly workspaceId: string
  readonly people: PeopleView
}

/** How the community chose who decides for it: recorded and confirmed by the community alone. */
export function Protocols({ workspaceId, people }: ProtocolsProps) {
  const { t } = useText()
  const [isRecording, setRecording] = useState(false)
  return (
    <section className="stack" aria-labelledby="protocols-title">
      <h2 id="protocols-title">{t('protocol.title')}</h2>
      <p className="prose">{t('protocol.lead')}</p>
      {people.protocols.length === 0 ? (
        <p className="muted">{t('protocol.empty')}</p>
      ) : (
        <ul className="stack plain">
          {people.protocols.map((protocol) => (
            <ProtocolCard key={protocol.id} workspaceId={workspaceId} protocol={protocol} />
          ))}
        </ul>
      )}
      {people.mayRecordProtocol && (
        <div className="row no-print">
          <Button icon="plus" onPress={() => setRecording(true)}>
            {t('protocol.record')}
          </Button>
        </div>
      )}
      {isRecording && <ProtocolDialog workspaceId={workspaceId} members={people.members} onClose={() => setRecording(false)} />}
    </section>
  )
}
