import { OBJECTIVE_CODES } from '@roundtable/shared/framework'
import { OBJECTIVE_FIELDS, part, setClassification, type Objective } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { CommittedField } from '../../ui/committed-field.js'
import { SelectField } from '../../ui/select-field.js'
import { EntryFields, refusalOf, RichText, useHint, useOpenDocument } from '../document/index.js'

const MOST_OTHER = 500

/** One objective: what it is for (¶14), the issue, and the data it needs. */
export function ObjectiveFields({ objective }: { readonly objective: Objective }) {
  const { t } = useText()
  const { doc, canEdit } = useOpenDocument()
  const { id, classification } = objective
  const hints = {
    issue: useHint('issue', t('objectives.issueHint'), [14, 20]),
    data: useHint('data', t('objectives.dataHint'), [12]),
    why: useHint('why', t('objectives.whyHint'), [20])
  }
  const issue = part(doc, 'objectives', id, 'issue')
  const data = part(doc, 'objectives', id, 'data')
  const why = part(doc, 'objectives', id, 'why')
  return (
    <div className="stack">
      <SelectField
        label={t('objectives.code')}
        placeholder={t('objectives.codeNone')}
        choices={OBJECTIVE_CODES.map((code) => ({ value: code, label: t(`objective.${code}`) }))}
        value={classification?.code ?? ''}
        isReadOnly={!canEdit}
        onChange={(code) => code !== '' && setClassification(doc, id, { code })}
      />
      {classification?.code === 'OX' && (
        <CommittedField
          label={t('objectives.other')}
          value={classification.other ?? ''}
          maxLength={MOST_OTHER}
          isReadOnly={!canEdit}
          onCommit={(other) => refusalOf(() => setClassification(doc, id, { code: 'OX', other })) && t('objectives.otherRefused')}
        />
      )}
      {issue && <RichText fragment={issue} label={t('objectives.issue')} hint={hints.issue} />}
      {data && <RichText fragment={data} label={t('objectives.data')} hint={hints.data} />}
      {why && <RichText fragment={why} label={t('objectives.why')} hint={hints.why} />}
      <EntryFields kind="objectives" id={id} definitions={OBJECTIVE_FIELDS} fields={objective.fields} labels="objectives" />
    </div>
  )
}
