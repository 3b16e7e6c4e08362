import { addObjective, moveObjective, removeObjective, root, type Objective } from '@roundtable/shared/document'
import { randomId } from '../../lib/random-id.js'
import { useText } from '../../locales/use-text.js'
import { EntryList, LinkGone, RichText, useBeGuide, useEntries, useHint, useLinkedEntry, useOpenDocument } from '../document/index.js'
import { ObjectiveFields } from './objective-fields.js'

const TEXTS = ['goal', 'missing', 'success'] as const
/** What each text rests on: why it is done, who is not seen, and when taking part means something. */
const STANDS_ON = { goal: [4, 13], missing: [2], success: [11] } as const
const ids = { newId: randomId }

/** What the initiative wants to know and for whom: three shared texts, then the objectives one by one. */
export function ObjectivesBody() {
  const { t } = useText()
  const { doc, canEdit } = useOpenDocument()
  const { objectives } = useEntries(doc, 'objectives')
  const linked = useLinkedEntry('objective')
  const entries = objectives.map((objective) => ({ ...objective, name: nameOf(objective) }))

  function nameOf({ classification }: Objective): string {
    if (classification === null) return ''
    return classification.other ?? t(`objectiveShort.${classification.code}`)
  }

  useBeGuide({
    nameOf: ({ entry, part }) => {
      const text = TEXTS.find((name) => name === part)
      if (entry === null) return text ? t(`objectives.${text}`) : null
      const index = objectives.findIndex(({ id }) => id === entry)
      return index < 0 ? null : entries[index]?.name || t('objectives.numbered', { number: index + 1 })
    },
    open: () => undefined
  })

  return (
    <div className="stack stack--loose">
      {TEXTS.map((name) => (
        <section key={name}>
          <SharedText name={name} />
        </section>
      ))}
      <section className="stack" aria-labelledby="objectives-title">
        <h2 id="objectives-title">{t('objectives.title')}</h2>
        <p className="muted prose">{t('objectives.lead')}</p>
        <LinkGone isGone={linked !== null && !objectives.some(({ id }) => id === linked)} />
        <EntryList
          entries={entries}
          canEdit={canEdit}
          link="objective"
          words={{ numbered: (number) => t('objectives.numbered', { number }), add: t('objectives.add'), empty: t('objectives.empty') }}
          onAdd={() => addObjective(doc, ids)}
          onMove={(id, after) => moveObjective(doc, id, { after })}
          onRemove={(id) => removeObjective(doc, id)}
        >
          {(objective) => <ObjectiveFields objective={objective} />}
        </EntryList>
      </section>
    </div>
  )
}

function SharedText({ name }: { readonly name: (typeof TEXTS)[number] }) {
  const { t } = useText()
  const { doc } = useOpenDocument()
  const hint = useHint(name, t(`objectives.${name}Hint`), STANDS_ON[name])
  return <RichText fragment={root(doc, 'objectives', name)} heading={2} label={t(`objectives.${name}`)} hint={hint} />
}
