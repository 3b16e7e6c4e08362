import { useQuery } from '@tanstack/react-query'
import type { AgreementFacts } from '@roundtable/shared/protocol'
import type { ReactNode } from 'react'
import { request } from '../../lib/request.js'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { QueryState } from '../../ui/query-state.js'
import { BecauseLine, modalitySentence, WhoDecides } from '../workspace/index.js'
import { useOpenDocument } from '../document/index.js'

interface FactsProps {
  readonly facts: AgreementFacts
}

/** The clauses that show something which only the server states. */
const STATED: Readonly<Record<string, (props: FactsProps) => ReactNode>> = { C01: Instrument, C02: Rule, C43: Signatures }

/** What nobody writes into a clause: read from the server, above the clause's fields. Nothing for clauses without such facts. */
export function Stated({ code }: { readonly code: string }) {
  const Facts = STATED[code]
  return Facts ? <StatedFacts Facts={Facts} /> : null
}

function StatedFacts({ Facts }: { readonly Facts: (props: FactsProps) => ReactNode }) {
  const { t } = useText()
  const { view } = useOpenDocument()
  const query = useQuery({
    queryKey: ['document', view.id, 'facts'],
    queryFn: () => request('getAgreementFacts', { id: view.id }),
    staleTime: 0
  })
  return (
    <section className="stated stack stack--tight" aria-label={t('stated.title')}>
      <p className="caption muted">{t('stated.lead')}</p>
      <QueryState query={query} waitingFor={t('stated.loading')}>
        {(facts) => <Facts facts={facts} />}
      </QueryState>
    </section>
  )
}

function Instrument({ facts: { content, template } }: FactsProps) {
  const { t } = useText()
  const { moment } = useFormat()
  return (
    <dl>
      <div>
        <dt>{t('stated.version')}</dt>
        <dd>{t('stated.change', { change: content.change, at: moment(new Date(content.readAt)) })}</dd>
      </div>
      <div>
        <dt>{t('stated.hash')}</dt>
        <dd>
          <code className="stated__hash">{content.hash}</code>
        </dd>
      </div>
      <div>
        <dt>{t('stated.template')}</dt>
        <dd>{t('stated.templateIs', template)}</dd>
      </div>
    </dl>
  )
}

function Rule({ facts: { workspaceKind, modality, leadKind, whoDecides } }: FactsProps) {
  const { t } = useText()
  return (
    <>
      <p>{modalitySentence({ kind: workspaceKind, modality, leadKind }, t)}</p>
      <WhoDecides decides={whoDecides} />
    </>
  )
}

function Signatures({ facts: { unsignable } }: FactsProps) {
  const { t } = useText()
  return (
    <p>
      {t('stated.unsigned')} {unsignable && <BecauseLine because={unsignable} />}
    </p>
  )
}
