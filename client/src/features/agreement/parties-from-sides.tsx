import type { Clause } from '@roundtable/shared/document'
import { useRef, useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { randomId } from '../../lib/random-id.js'
import { request } from '../../lib/request.js'
import { useFocusAfter } from '../../lib/use-focus-after.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Button } from '../../ui/button.js'
import { FormProblem } from '../../ui/form-problem.js'
import { useOpenDocument, useOwnStep } from '../document/index.js'
import { partKey } from '../workspace/index.js'
import { fillParties, partiesLeft } from './fill-parties.js'

/** Fills the table of parties from who sits here; what is there already stays as it is. */
export function PartiesFromSides({ clause }: { readonly clause: Clause }) {
  const { t } = useText()
  const { doc, view } = useOpenDocument()
  const client = useQueryClient()
  const announce = useAnnounce()
  const added = useOwnStep<readonly string[]>()
  const [said, setSaid] = useState(t('parties.hint'))
  const whole = useRef<HTMLDivElement>(null)
  const focusOnFill = useFocusAfter(() => whole.current?.querySelector('button'))

  function say(sentence: string) {
    setSaid(sentence)
    announce(sentence)
  }

  const fill = useMutation({
    mutationFn: async () => {
      const queryFn = () => request('listPeople', { id: view.workspaceId })
      const { members } = await client.fetchQuery({ queryKey: partKey(view.workspaceId, 'people'), queryFn })
      const rows = fillParties(doc, clause, members, { newId: randomId })
      if (rows.length > 0) added.tell(rows)
      return rows.length
    },
    onSuccess: (n) => say(t('parties.added', { n }))
  })

  function takeBack(rows: readonly string[]) {
    added.undo()
    const kept = partiesLeft(doc, clause.id, rows)
    say(t('parties.takenBack', { n: rows.length - kept, kept }))
    focusOnFill()
  }

  const { told } = added
  return (
    <div ref={whole} className="stack stack--tight no-print">
      <div className="row">
        <Button icon="plus" isPending={fill.isPending} onPress={() => fill.mutate()}>
          {t('parties.fill')}
        </Button>
      </div>
      <p className="field__hint">{said}</p>
      {told !== null && (
        <div className="row">
          <Button look="link" onPress={() => takeBack(told)}>
            {t('parties.takeBack')}
          </Button>
        </div>
      )}
      <FormProblem error={fill.error} />
    </div>
  )
}
